package dev.makegood.http.connection;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Completes a request whose body was refused a moment after its response was sent.
 *
 * <p>What was not read is not read now either. But a connection that is closed at once is reset, and its client, who
 * still sends, would see that instead of the response.
 */
public final class LingeringClose extends Callback.Nested {

    private static final String ATTRIBUTE = "makegood.linger";
    private static final long LINGER_MILLIS = 500;

    private final Request request;

    public LingeringClose(Request request, Callback callback) {
        super(callback);
        this.request = request;
    }

    /** The name of the request's attribute that asks for it. */
    public static String attribute() {
        return ATTRIBUTE;
    }

    @Override
    public void succeeded() {
        if (request.getAttribute(ATTRIBUTE) == null) {
            super.succeeded();
            return;
        }
        var unused = request.getComponents()
                .getScheduler()
                .schedule(super::succeeded, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }
}
