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
 * Fetches from one host: GET over TLS, no redirects, no proxy, no cookies, nothing sent twice.
 *
 * <p>The time of one step is limited here; that of the whole visit, by {@link Sitemaps}.
 */
final class SiteClient implements AutoCloseable {

    private static final int HEADER_LINE_CHARACTERS_MAX = 8_192;
    private static final int HEADERS_MAX = 100;
    private static final int OK = 200;

    private final CloseableHttpClient client;

    SiteClient(DnsResolver addresses, SiteNetwork network, SiteLimits limits) {
        var step = Timeout.of(limits.stepTimeout());
        this.client = HttpClientBuilder.create()
                .setConnectionManager(connectionManager(addresses, network, step))
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

    private static HttpClientConnectionManager connectionManager(
            DnsResolver resolver, SiteNetwork network, Timeout step) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(network.sslContext()))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(step).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(step)
                        .setSocketTimeout(step)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(HEADER_LINE_CHARACTERS_MAX)
                                .setMaxHeaderCount(HEADERS_MAX)
                                .build())
                        .build())
                .build();
    }

    /** Reads a body. */
    interface BodyReader<R> {
        R read(InputStream body) throws IOException;
    }

    /**
     * Reads what is there; empty if the status is not 200.
     *
     * <p>The response is cut off rather than closed, for closing it would first read all that is still to come.
     */
    <R> Optional<R> get(URI url, BodyReader<R> reader) throws IOException {
        var request = new HttpGet(url);
        try {
            var response = client.executeOpen(null, request, null);
            return response.getCode() == OK && response.getEntity() != null
                    ? Optional.of(reader.read(response.getEntity().getContent()))
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
