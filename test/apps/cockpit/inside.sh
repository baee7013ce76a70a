# Runs in mount and process namespaces of its own: sh inside.sh FOLDER PORT
# Over /etc and /home lie the copies in FOLDER, with three invented people; then the console, as root, for whoever asks on this machine.
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
exec dbus-run-session -- /usr/lib/cockpit/cockpit-ws --no-tls --address 127.0.0.1 --port "$2" --local-session=/usr/bin/cockpit-bridge
