package dev.makegood.http.address;

import dev.makegood.httpclient.IpLiteral;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses a request passed, as its proxies wrote them: the first is the farthest, the last the nearest.
 *
 * <p>All lines of a header are one list (RFC 9110, 5.3): a proxy may append to a line or add its own. What is not an
 * address, such as {@code unknown}, is empty.
 */
final class ForwardedHops {

    private static final Pattern PAIR = Pattern.compile(
            "\\s*+([\\w-]++)=(?:([^\\s\";,=]++)|\"((?:[^\"\\\\]|\\\\.)*+)\")\\s*+(;|,|$)");
    private static final Pattern ADDRESS_AND_PORT =
            Pattern.compile("([0-9.]++|\\[[^\\]]++\\])(?::[0-9]{1,5}+)?+");

    private ForwardedHops() {}

    /** Reads the lines of {@code X-Forwarded-For}. */
    static List<Optional<InetAddress>> ofForwardedFor(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(hop -> address(hop.strip()))
                .toList();
    }

    /** Reads the lines of {@code Forwarded} (RFC 7239). */
    static List<Optional<InetAddress>> ofForwarded(List<String> lines) {
        var hops = new ArrayList<Optional<InetAddress>>();
        lines.forEach(line -> readForwarded(line, hops));
        return hops;
    }

    /** A line that is malformed ends with a hop that is not an address: nothing before it counts. */
    private static void readForwarded(String line, List<Optional<InetAddress>> hops) {
        var pair = PAIR.matcher(line);
        var nodes = new ArrayList<String>();
        while (pair.lookingAt()) {
            if (pair.group(1).equalsIgnoreCase("for")) {
                nodes.add(pair.group(2) == null ? pair.group(3) : pair.group(2));
            }
            if (!pair.group(4).equals(";")) {
                hops.add(nodes.size() == 1 ? address(nodes.getFirst()) : Optional.empty());
                nodes.clear();
            }
            pair.region(pair.end(), line.length());
        }
        if (pair.regionStart() < line.length()) {
            hops.add(Optional.empty());
        }
    }

    private static Optional<InetAddress> address(String node) {
        var match = ADDRESS_AND_PORT.matcher(node);
        return IpLiteral.parse(match.matches() ? match.group(1) : node);
    }
}
