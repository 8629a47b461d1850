package dev.makegood.sites;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The line to one host: GET over TLS, no redirects, no proxy, no cookies, nothing sent twice.
 *
 * <p>What one step may take is limited here; the whole is limited by whoever visits.
 */
final class Line implements AutoCloseable {

    private static final int LINE_CHARACTERS_MAX = 8_192;
    private static final int HEADERS_MAX = 100;
    private static final int OK = 200;

    private final CloseableHttpClient client;

    Line(DnsResolver addresses, Outside outside, Limits limits) {
        var step = Timeout.of(limits.step());
        this.client = HttpClientBuilder.create()
                .setConnectionManager(connections(addresses, outside, step))
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(step)
                        .setConnectionRequestTimeout(step)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Makegood")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections(
            DnsResolver addresses, Outside outside, Timeout step) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(outside.trust()))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(step).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(step)
                        .setSocketTimeout(step)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LINE_CHARACTERS_MAX)
                                .setMaxHeaderCount(HEADERS_MAX)
                                .build())
                        .build())
                .build();
    }

    /** Reads a body. */
    interface Reading<R> {
        R of(InputStream body) throws IOException;
    }

    /**
     * Reads what stands there; empty if it is not simply there (200).
     *
     * <p>The answer is cut off rather than closed, for closing it would first read all that is still to come.
     */
    <R> Optional<R> get(URI address, Reading<R> reading) throws IOException {
        var request = new HttpGet(address);
        try {
            var answer = client.executeOpen(null, request, null);
            return answer.getCode() == OK && answer.getEntity() != null
                    ? Optional.of(reading.of(answer.getEntity().getContent()))
                    : Optional.empty();
        } finally {
            request.cancel();
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
