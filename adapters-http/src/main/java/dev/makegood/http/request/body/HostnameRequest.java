package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.pricing.Hostname;
import java.util.Optional;

/** What {@code POST /api/generation-requests} asks for. */
public record HostnameRequest(Hostname hostname, String provider) {

    private static final int HOSTNAME_MAX = 253;
    private static final int PROVIDER_MAX = 50;

    public static HostnameRequest of(Fields fields) {
        var hostname = hostname(fields);
        var provider = fields.text("provider", PROVIDER_MAX);
        fields.throwIfInvalid();
        return new HostnameRequest(hostname.orElseThrow(), provider);
    }

    private static Optional<Hostname> hostname(Fields fields) {
        var hostname = Hostname.parse(fields.text("hostname", HOSTNAME_MAX));
        if (hostname.isEmpty()) {
            fields.addError("hostname", "must be the name of a public host, such as example.com");
        }
        return hostname;
    }
}
