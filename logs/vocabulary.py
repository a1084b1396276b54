"""The words that may remain of an error message.

Words of which servers make their messages: plain English, system calls, names of protocols and of
header fields. No word names a person, a machine or an account, and none holds a figure but the
version of a protocol.
"""

from __future__ import annotations

WORDS = """
    a abort aborted about above absolute accept accepted accepting access accessing account
    acquire across active add address addresses after again against alert all allocate allocated
    allowed alpn already an and another answer any are as asked assigned at attempt attempting
    authentication available away backend background backlog bad balancer be because been before
    begin being between binary bind block blocked body both bound broken buffer buffered
    buffering buffers bug busy but by byte bytes ca cache cached called can canceled cancelled
    cannot cert certificate certificates change changed character characters check child
    children chunk chunked cipher ciphers clean cleaning cleanup client clients close closed
    closing code command complete completed compression concurrent conf config configuration
    configured conflicting connect connected connecting connection connections content
    content-length context control cookie could count crash create created crl current cycle
    data date day days deadline deadlock declined decoding default defined delayed delaying
    delete delimiter denied descriptor detected device dial did different directive directory
    disabled disk dns does done down downstream drop dropped dropping dry due dump duplicate
    during eacces each econnrefused econnreset either empty enabled encoded encoding encountered
    encrypted end enough entity entries eof epipe epoll_wait error errors etimedout event events
    exceed exceeded exceeds excess exchange exist existing exists exit exited exiting expect
    expected expired extra fail failed failing failure family fastcgi fatal fd field fields file
    filename files filesystem filter find finished first flag flags flood flow flush for
    forbidden forced fork format found fragment frame frames free from full function gateway get
    getaddrinfo gethostbyname getpeername getsockname given going graceful gracefully greater
    group grpc gzip gzipped h2 had half handler handling handshake handshaking has have head
    header headers held help host host-header hostname hosts http http/0.9 http/1.0 http/1.1
    http/2 http/2.0 http/3 http1 http2 http3 https idle if ignored ignoring in inactive incoming
    incomplete incorrect index inflate info initial input inside instead insufficient intended
    interface internal interrupted invalid io is issue it its keep keep-alive keepalive kevent
    key keys kind known large larger last later leak length less level lifetime limit limited
    limiting limitrequestbody limitrequestfields limitrequestfieldsize limitrequestline limits
    line lines link list listen listening live load loaded loading local location lock log long
    longer lookup loop lost low lstat made main maintenance make malformed many map match
    matched matching max maximum maxkeepaliverequests maxrequestworkers memory message method
    minimum misdirected missing mkdir mode modified module modules more multiple must name named
    names negative negotiated negotiation net network never new next no no-op non-existent none
    nonexistent normal not notice null number ocsp of off offset old on once one only open
    openat opendir opened opening operation operations option options or order other out output
    over overflow overlapped overlong own packet parameter parent parse parsed parsing part
    partial password past path paths payload peer pending per permission permissions permitted
    phase pid ping pipe plain policy pool port position possible post pread prefix premature
    prematurely previous prior private process processes processing protocol proxy proxying push
    put pwrite queue quic quit random range ranges rate reach reached read reading readv ready
    reason receive received receiving record recv recvfrom redirect redirects refused refusing
    regular reject rejected rejecting reload reloading remote remove removed rename
    renegotiation reopen repeated reply reported request request-line request-uri requested
    requestreadtimeout requests require required requires reset resolve resolved resolver
    resolving resource response restart resume resuming retries retry retrying return returned
    reuse rewrite root route rsa rule run running same save scgi scheme script second seconds
    section secure see seek segment send sendfile sending sendmsg sendto sent server servers
    service session set setsockopt setting settings sha shared short should shutdown shutting
    signal signed size slow small sni so socket some something specified ssl ssl_accept
    ssl_do_handshake ssl_read ssl_shutdown ssl_write sslv3 stale start started starting startup
    stat state statement status stop stopped stopping storage stream streams string struct
    subrequest success successful such support supported suspicious syntax system table task tcp
    temporarily temporary terminated than that the their them then there they this thread
    threads time timed timeout times tls tlsv1 to token too total trailer trailers transfer
    transfer-encoding transferred transport tried truncated trusted try trying type udp unable
    unauthorized unavailable unexpected unhealthy uninitialized unit unix unknown unlink
    unreachable unrecognized unsafe unsupported until unused up update upgrade upstream
    upstreams uri url usable use used user user-agent using uwsgi valid value variable
    verification verified verify version via violated virtual wait waiting want warn warning was
    websocket were when where which while will window with within without worker workers would
    write writev writing written wrong wrote x-forwarded-for you your zero zone
"""

VOCABULARY = frozenset(WORDS.split())
