# Queues, agents and tickets, all invented. Run once, on an empty database.
use strict;
use warnings;
use RT;
RT::LoadConfig();
RT::Init();

my @rights = qw(SeeQueue ShowTicket CreateTicket ReplyToTicket CommentOnTicket ModifyTicket OwnTicket TakeTicket);
my @queues = ('Computers', 'Buildings', 'People');
my @subjects = ('Screen stays dark', 'Badge does not open the door', 'Desk for a new colleague', 'Printer on the third floor jams',
    'Password forgotten', 'Projector of room 12', 'Mailbox is full', 'Too cold by the window');

sub made {
    my ($id, $said) = @_;
    die "not made: $said" unless $id;
    return $id;
}

for my $name (qw(alice bob)) {
    my $agent = RT::User->new(RT->SystemUser);
    made($agent->Create(Name => $name, RealName => ucfirst "$name Sample", EmailAddress => "$name\@desk.example", Password => 'password', Privileged => 1));
    $agent->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for @rights;
}
for my $name (@queues) {
    made(RT::Queue->new(RT->SystemUser)->Create(Name => $name, Description => "Everything about $name"));
}
for my $number (0 .. 23) {
    my ($id, undef, $said) = RT::Ticket->new(RT->SystemUser)->Create(
        Queue     => $queues[$number % @queues],
        Subject   => $subjects[$number % @subjects],
        Requestor => ['alice@desk.example'],
        Owner     => $number % 4 ? 'Nobody' : 'bob',
    );
    made($id, $said);
}
