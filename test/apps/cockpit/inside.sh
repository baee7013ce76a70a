# Runs in mount and process namespaces of its own: sh inside.sh FOLDER PORT
# Over /etc and /home lie the copies in FOLDER, with invented people and a password for root; then the console for this machine alone.
set -e
mount --make-rprivate /
mount --bind "$1/etc" /etc
mount --bind "$1/home" /home
add() { useradd --create-home --shell /bin/bash --comment "$2" "$1"; }
add maria 'Maria Sample'
add jonas 'Jonas Sample'
add aisha 'Aisha Sample'
groupadd finance
usermod --append --groups finance maria
echo 'root:sample' | chpasswd
# Passwords alone: what else a machine asks for at a sign-in (a login manager, a hardware key) is not there.
printf '%s required pam_unix.so\n' auth account password session > /etc/pam.d/cockpit
rm -f /etc/cockpit/disallowed-users
exec dbus-run-session -- /usr/lib/cockpit/cockpit-ws --no-tls --address 127.0.0.1 --port "$2"
