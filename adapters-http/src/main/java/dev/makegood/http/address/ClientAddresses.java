package dev.makegood.http.address;

import dev.makegood.httpclient.IpLiteral;
import dev.makegood.httpclient.IpRange;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The address a request came from: the nearest that is not a trusted proxy. */
public final class ClientAddresses {

    private static final int V6_NETWORK_BYTES = 8;

    private final List<IpRange> trustedProxies;

    public ClientAddresses(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(IpRange::parse).toList();
    }

    /**
     * The address in full.
     *
     * @param forwardedFor all lines of {@code X-Forwarded-For}, in their order
     * @param forwarded all lines of {@code Forwarded}, in their order
     */
    public String resolve(String peer, List<String> forwardedFor, List<String> forwarded) {
        var peerAddress = IpLiteral.parse(peer);
        return peerAddress.filter(this::isTrusted)
                .flatMap(proxy -> client(ForwardedHops.ofForwardedFor(forwardedFor),
                        ForwardedHops.ofForwarded(forwarded)))
                .or(() -> peerAddress)
                .map(InetAddress::getHostAddress)
                .orElse(peer);
    }

    /**
     * A proxy writes one of the two headers and passes the other one on as the client wrote it. Which one it writes
     * is not known here: where both are present, they have to agree.
     */
    private Optional<InetAddress> client(
            List<Optional<InetAddress>> forwardedFor, List<Optional<InetAddress>> forwarded) {
        if (forwarded.isEmpty()) {
            return nearestUntrusted(forwardedFor);
        }
        var client = nearestUntrusted(forwarded);
        return forwardedFor.isEmpty() || client.equals(nearestUntrusted(forwardedFor)) ? client
                : Optional.empty();
    }

    /** Read from the right; empty if what comes first is not an address, or if there are trusted proxies only. */
    private Optional<InetAddress> nearestUntrusted(List<Optional<InetAddress>> hops) {
        return hops.reversed()
                .stream()
                .filter(hop -> hop.filter(this::isTrusted).isEmpty())
                .findFirst()
                .flatMap(hop -> hop);
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    /** The part that is limited: of version 6 only the network, because a host has many addresses. */
    public static String rateLimitKey(String address) {
        return IpLiteral.parse(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length > 4)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, V6_NETWORK_BYTES))
                .orElse(address);
    }
}
