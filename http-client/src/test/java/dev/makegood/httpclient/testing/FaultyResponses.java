package dev.makegood.httpclient.testing;

import io.javalin.http.Context;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The ways in which a response can reach its caller, or not. */
public final class FaultyResponses {

    private FaultyResponses() {}

    public static void writeJson(Context context, int status, byte[] body) {
        context.status(status).contentType("application/json").result(body);
    }

    /** What a proxy in front of a service says. */
    public static void writeHtml(Context context, int status) {
        context.status(status).html("<html><body><h1>nginx</h1></body></html>");
    }

    public static void writeHalf(Context context, int status, byte[] body) {
        writeJson(context, status, Arrays.copyOf(body, body.length / 2));
    }

    /** The body after so many blanks, which JSON permits. */
    public static void writeAfterBlanks(Context context, int status, byte[] body, int blanks) {
        var whole = new byte[blanks + body.length];
        Arrays.fill(whole, 0, blanks, (byte) ' ');
        System.arraycopy(body, 0, whole, blanks, body.length);
        writeJson(context, status, whole);
    }

    /** Sends the caller to a port where nothing listens. */
    public static void redirect(Context context) {
        context.header("Location", "http://127.0.0.1:9/").status(307);
    }

    public static void closeConnection(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
