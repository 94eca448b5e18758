// Style sheets are imported for their effect alone: the bundler puts them into talk.css.
declare module '*.css'
