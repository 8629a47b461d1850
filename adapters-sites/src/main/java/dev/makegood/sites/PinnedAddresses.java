package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of one host: looked up once, every one of them checked, and used for the connection.
 *
 * <p>There is no second lookup, so a name that changes its address between the check and the connection gains
 * nothing; and no other host has an address here, so nothing leads elsewhere.
 */
final class PinnedAddresses implements DnsResolver {

    private final Hostname host;
    private final SiteNetwork network;
    private volatile List<InetAddress> pinned = List.of();

    PinnedAddresses(Hostname host, SiteNetwork network) {
        this.host = host;
        this.network = network;
    }

    /**
     * Looks the name up.
     *
     * @throws UnmeasurableSite if it has no address, or one that may not be visited
     */
    void resolveAndCheck() throws UnmeasurableSite {
        var addresses = resolveHost();
        if (!addresses.stream().allMatch(network.allowedAddresses())) {
            throw new UnmeasurableSite("its name leads to an address that is not public");
        }
        pinned = addresses;
    }

    private List<InetAddress> resolveHost() throws UnmeasurableSite {
        try {
            var addresses = List.of(network.resolver().resolve(host.value()));
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException e) {
            // thrown below, as for a name without an address
        }
        throw new UnmeasurableSite("its name leads to no address");
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        if (pinned.isEmpty() || !host.value().equals(name)) {
            throw new UnknownHostException(
                    "only " + host + " may be visited, after its addresses are checked: " + name);
        }
        return pinned.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String name) {
        return name;
    }
}
