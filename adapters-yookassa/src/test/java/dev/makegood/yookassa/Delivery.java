package dev.makegood.yookassa;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The ways in which an answer can reach its caller, or not. */
final class Delivery {

    private static final int FLOOD_BYTES = 5_000_000;

    private Delivery() {}

    static void say(Context context, Answer answer) {
        say(context, answer.status(), answer.bytes());
    }

    static void sayHtml(Context context, int status) {
        context.status(status).html("<html><body><h1>nginx</h1></body></html>");
    }

    static void sayHalf(Context context, Answer answer) {
        var whole = answer.bytes();
        say(context, answer.status(), Arrays.copyOf(whole, whole.length / 2));
    }

    static void flood(Context context, Answer answer) {
        var whole = " ".repeat(FLOOD_BYTES) + new String(answer.bytes(), StandardCharsets.UTF_8);
        say(context, answer.status(), whole.getBytes(StandardCharsets.UTF_8));
    }

    static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void say(Context context, int status, byte[] body) {
        context.status(status).contentType("application/json").result(body);
    }
}
