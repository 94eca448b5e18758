// Which first words begin a shell command, as far as a glance can tell.

/** Words that hardly ever begin a line of anything but a command. */
const sure = new Set(
  (
    'docker docker-compose docker-machine docker-buildx dockerd podman buildah skopeo nerdctl ctr crictl runc containerd ' +
    'kubectl helm minikube kind k3s k3d kubeadm kustomize oc istioctl flux argocd k9s eksctl gcloud aws az doctl flyctl ' +
    'heroku terraform tofu ansible ansible-playbook ansible-galaxy vagrant packer consul vault nomad pulumi ' +
    'apt apt-get apt-cache apt-key add-apt-repository dpkg dpkg-query yum dnf microdnf rpm zypper pacman apk brew snap ' +
    'flatpak choco winget scoop pip pip3 pipx uv poetry conda npm npx pnpm yarn bun bunx deno nvm corepack tsc ' +
    'gem bundle rbenv rake cargo rustc rustup gradle mvn javac composer artisan mix rebar3 cabal stack dotnet ' +
    'git gh glab svn hg systemctl journalctl service launchctl supervisorctl usermod useradd userdel groupadd adduser ' +
    'addgroup passwd chown chmod chgrp chroot mkdir rmdir cp mv rm ln sudo doas su ssh scp sftp rsync curl wget ' +
    'iptables ip6tables nft ufw firewall-cmd ifconfig netstat nmap nslookup traceroute tcpdump ethtool brctl ' +
    'mkfs mkswap fdisk lsblk blkid losetup umount sysctl modprobe lsmod insmod dmesg strace ltrace lsof ' +
    'grep egrep fgrep awk gawk sed xargs tee tar gzip gunzip bunzip2 unzip xz zstd md5sum sha1sum sha256sum base64 openssl ' +
    'gpg ssh-keygen ssh-copy-id ssh-add htop pkill killall pgrep renice nohup tmux crontab uname lscpu ' +
    'python python3 ruby perl php psql pg_dump pg_restore createdb mysql mysqldump sqlite3 redis-cli mongosh mongo ' +
    'nginx httpd apachectl certbot ab wrk hey siege hostnamectl timedatectl setenforce getenforce semanage restorecon ' +
    'getcap setcap nsenter unshare pivot_root lxc lxc-start systemd-run dive trivy cosign syft grype hadolint ' +
    'cmake gcc g++ clang ldd ldconfig vim nano printf unset popd pushd ' +
    'etcdctl kubelet kube-apiserver kubens kubectx skaffold pgbench docker-credential-desktop crane ollama'
  ).split(' '),
)

/** Commands that are English or code as well: believed only with something of the shell behind them. */
const doubtful = new Set(
  (
    'cd ls cat echo export source set find make go node java ip ps df du top kill mount who which whoami id env time ' +
    'test read type touch head tail sort uniq cut tr wc less more man watch sleep wait exec eval exit host dig ping route ' +
    'date diff patch join split file stat free at screen history alias install start stop run sh bash zsh fish ash dash ' +
    'R code open command sync reboot shutdown link hostname pwd clear uptime mkfifo nc seq trap ulimit umask . ' +
    'jq yq ss tree vi emacs gdb stern etcd tilt'
  ).split(' '),
)

/** Words of the shell's own grammar: fine within a script, no proof of one. */
const structure = new Set(
  'if then else elif fi for while until do done case esac { } ( ) function local return break'.split(' '),
)

/** Second words that make a sentence of what looked like a command. */
const prose = new Set(
  'is are was were has have had can will would should may might must and or of the a an in on for with vs does means to as but by from makes lets wants needs uses'.split(
    ' ',
  ),
)

/** Words before a command; what they stand before decides. */
const prefixes = new Set(
  'time watch nohup exec env command then do else if elif while until ! { ('.split(' '),
)

/** What a line looks like to someone who knows the shell. */
export type CommandLook = 'command' | 'neutral' | 'other'

/**
 * Judges one logical line without its prompt.
 *
 * @returns `command` when it certainly begins one; `neutral` when it may stand in a script (an assignment,
 * `fi`, a comment, a blank line); `other` when it is none
 */
export function lookOfCommand(line: string): CommandLook {
  let rest = line.slice(0, 500).trim()
  if (rest === '' || rest.startsWith('#')) return 'neutral'
  const assignments = /^(?:[A-Za-z_]\w*\+?=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|[^\s"'()]*)(?:\s+|$))+/.exec(rest)
  if (assignments) {
    if (/=\$\(|=`/.test(assignments[0])) return 'command'
    rest = rest.slice(assignments[0].length)
    if (rest === '' || rest.startsWith('#')) return 'neutral'
  }
  const [, word = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? []
  if (/^[A-Za-z_]\w*=\$\([a-z]/.test(rest)) return 'command'
  if (/^for\s+\w+\s+in\s.*;\s*do\b|^(?:while|until)\s.*;\s*do\b|^if\s.*;\s*then\b/.test(rest))
    return 'command'
  if (prefixes.has(word) && lookOfCommand(tail) === 'command') return 'command'
  if (/^[;)}]/.test(word) || structure.has(word.replace(/;$/, ''))) return 'neutral'
  if (/^(?:\.{1,2}|~)?\/[\w.@/+-]*[\w+-]$/.test(word) && !/^\/\/|^\/\*/.test(word)) {
    return /^(?:\.{1,2}|~)\//.test(word) || tail !== '' ? pathLook(word, tail) : 'other'
  }
  const bare = word.replace(/;$/, '')
  if (sure.has(bare)) return prose.has(firstWord(tail)) && !/\s-/.test(` ${tail}`) ? 'other' : 'command'
  if (doubtful.has(bare)) return isShellish(bare, tail, assignments !== null) ? 'command' : 'other'
  return assignments && tail ? 'neutral' : 'other'
}

/** Whether a line has the shape of some command nobody has heard of: a word in small letters, and an option. */
export function mayBeCommand(line: string): boolean {
  return /^\s*[a-z][\w.-]*\s(?:.*\s)?-{1,2}[a-z][\w-]*(?:[\s=]|$)/.test(line.slice(0, 500))
}

/** `./configure`, `/bin/sh -c …`: paths that are run, not paths that are listed or explained. */
function pathLook(word: string, tail: string): CommandLook {
  if (/^(?:\.{1,2}|~)\//.test(word)) return tail === '' || !prose.has(firstWord(tail)) ? 'command' : 'other'
  return /\/s?bin\//.test(word) && /^[-'"/$]|\s-/.test(tail) ? 'command' : 'other'
}

/** Whether what follows a doubtful word could only follow a command. */
function isShellish(word: string, tail: string, assigned: boolean): boolean {
  if (word === 'export') return /^[A-Za-z_]\w*(?:=|$)/.test(tail)
  if (word === 'echo') return !/^[=:]/.test(tail)
  if (word === 'go')
    return /^(?:build|run|test|mod|get|install|vet|fmt|generate|work|tool|version|env)\b/.test(tail)
  if (word === 'ip')
    return /^(?:-\w+ )*(?:a|addr|address|r|route|l|link|netns|neigh|rule|tunnel)\b/.test(tail)
  if (word === 'ps') return /^(?:-?[a-zA-Z]*[aefux][a-zA-Z]*|-\S+)?\s*(?:[|>]|$)/.test(tail)
  if (word === 'kill') return /^(?:%|-|\d|\$)/.test(tail)
  if (word === 'type') return /^(?:-\w+ )?[\w.-]+$/.test(tail)
  if (word === 'test') return /^[-!]/.test(tail)
  if (word === '.') return /^[~/.\w]\S*$/.test(tail)
  if (tail === '')
    return /^(?:ls|pwd|clear|make|uptime|whoami|df|ps|top|history|exit|date|id|reboot|hostname|env)$/.test(
      word,
    )
  if (/[.:,]$/.test(tail) && !/^\.{1,2}$|\s\.{1,2}$|\/\.$/.test(tail)) return false
  if (prose.has(firstWord(tail))) return false
  if (assigned) return true
  return /(?:^|\s)(?:-{1,2}[\w]|[~/.]|\$|["'|<>&])|[*$|>]|\/|\w\.\w|=/.test(tail) ||
    /^(?:cd|cat|touch|which|type|sleep|make|bash|sh|ls)$/.test(word)
    ? !/^(?:sure|sense|use|it|them|this|that)\b/.test(tail)
    : false
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? ''
}

/** Whether a line certainly begins a shell command. */
export function looksLikeCommand(line: string): boolean {
  return lookOfCommand(line) === 'command'
}
