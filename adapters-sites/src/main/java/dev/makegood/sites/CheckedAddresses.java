package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses of one host: looked up once, every one of them checked, and given to whoever connects.
 *
 * <p>Nobody looks up a second time, so a name that changes its address between the check and the connection gains
 * nothing; and no other host has an address here, so nothing leads elsewhere.
 */
final class CheckedAddresses implements DnsResolver {

    private final Hostname host;
    private final Outside outside;
    private volatile List<InetAddress> checked = List.of();

    CheckedAddresses(Hostname host, Outside outside) {
        this.host = host;
        this.outside = outside;
    }

    /**
     * Looks the name up.
     *
     * @throws Unmeasured if nobody knows it, or one of its addresses may not be visited
     */
    void lookUp() throws Unmeasured {
        var all = lookedUp();
        if (!all.stream().allMatch(outside.mayVisit())) {
            throw new Unmeasured("its name leads to an address that is not public");
        }
        checked = all;
    }

    private List<InetAddress> lookedUp() throws Unmeasured {
        try {
            var all = List.of(outside.names().resolve(host.value()));
            if (!all.isEmpty()) {
                return all;
            }
        } catch (UnknownHostException e) {
            // said below, as of a name without an address
        }
        throw new Unmeasured("its name leads to no address");
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        if (checked.isEmpty() || !host.value().equals(name)) {
            throw new UnknownHostException("only " + host + " is visited, and only once checked");
        }
        return checked.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String name) {
        return name;
    }
}
