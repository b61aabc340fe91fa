package dev.reflux.r2dbc.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name, an IPv4 or IPv6 address without brackets, or the directory of a Unix-domain socket
 * @param port 1 to 65535; for a socket, the number in its file name
 */
record HostAddress(String host, int port) {

    static final int DEFAULT_PORT = 5432;
    static final HostAddress LOCAL = new HostAddress("localhost", DEFAULT_PORT);

    private static final int LARGEST_PORT = 65535;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}._-]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?");

    /**
     * Reads {@code host:port,[::1]:port,…}; what is missing is {@code localhost} and 5432.
     *
     * @throws InvalidConnectionUrlException naming the rule; the text itself may be a part of a password
     */
    static List<HostAddress> list(String text) {
        List<HostAddress> addresses = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            addresses.add(parse(item));
        }
        return List.copyOf(addresses);
    }

    /** Whether the host is the directory of a Unix-domain socket. */
    boolean isSocket() {
        return host.startsWith("/");
    }

    /** Whether the host is this machine, by its usual names (RFC 6761, 6.3, and RFC 6890, tables 4 and 17). */
    boolean isLoopback() {
        return host.equals("localhost")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches();
    }

    boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    /** The path of the socket, as the server names it. */
    String socketPath() {
        return host + (host.endsWith("/") ? "" : "/") + ".s.PGSQL." + port;
    }

    /** {@code host:port} as a URL has it. */
    @Override
    public String toString() {
        String name = isIpv6() ? "[" + host + "]" : PercentCode.encode(host).replace("/", "%2F");
        return name + ":" + port;
    }

    private static HostAddress parse(String item) {
        if (item.startsWith("[")) {
            int end = item.indexOf(']');
            if (end < 0 || (end + 1 < item.length() && item.charAt(end + 1) != ':')) {
                throw invalidHost();
            }
            return of(item.substring(1, end), item.substring(Math.min(item.length(), end + 2)));
        }
        int colon = item.indexOf(':');
        if (colon < 0 || item.indexOf(':', colon + 1) >= 0) {
            return of(item, "");
        }
        return of(item.substring(0, colon), item.substring(colon + 1));
    }

    private static HostAddress of(String encoded, String port) {
        if (encoded.isEmpty()) {
            return new HostAddress("localhost", port(port));
        }
        if (IPV6.matcher(encoded).matches()) {
            return new HostAddress(encoded.replace("%25", "%"), port(port));
        }
        String host = PercentCode.decode(encoded, "host");
        if (host.startsWith("@")) {
            throw InvalidConnectionUrlException.of("The host is an abstract Unix-domain socket, which the driver cannot"
                    + " reach. Give the directory of the socket, or a host name.");
        }
        if (!host.startsWith("/") && !NAME.matcher(host).matches()) {
            throw invalidHost();
        }
        return new HostAddress(host, port(port));
    }

    /**
     * Reads the ports of a list of hosts: one for all, or one each.
     *
     * @throws InvalidConnectionUrlException when a port is no port
     */
    static List<Integer> ports(String text) {
        return Arrays.stream(text.split(",", -1)).map(HostAddress::port).toList();
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            throw InvalidConnectionUrlException.of(
                    "The port is not a number from 1 to 65535. " + PercentCode.CREDENTIALS_REMEDY);
        }
        return port;
    }

    private static InvalidConnectionUrlException invalidHost() {
        return InvalidConnectionUrlException.of(
                "The host is neither a host name nor an address (an IPv6 address stands in" + " brackets, \"[::1]\"). "
                        + PercentCode.CREDENTIALS_REMEDY);
    }
}
