package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerTest {

    private static final String TOKEN = "a-token-of-the-server-test-0123456789";
    private static final String ORDER = "{\"prompt\":\"A cat at sunset\",\"quality\":\"standard\"}";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeSuperDuperAi films = new FakeSuperDuperAi(InstantSource.system(), TOKEN);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        films.close();
    }

    @Test
    void a_request_that_runs_is_answered_while_the_server_stops() throws Exception {
        var server = Server.start(settings(Map.of()));
        var key = server.installation().keyring().create(Role.APP, "test", "test").text();
        var request = order(server.address(), key);
        films.failNext(PipelineFault.ANSWER_TOO_LATE);

        var running = client.sendAsync(request, BodyHandlers.ofString());
        while (films.projects().isEmpty()) {
            Thread.sleep(20);
        }
        var stopping = CompletableFuture.runAsync(server::stop);

        HttpResponse<String> answer = running.get(30, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        stopping.get(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_server_that_may_not_migrate_does_not_start_on_an_old_schema() {
        assertThatThrownBy(() -> Server.start(settings(Map.of("MAKEGOOD_MIGRATE", "false"))))
                .isInstanceOf(SchemaOutdated.class)
                .hasMessageContaining("makegood migrate");
    }

    @Test
    void a_command_does_not_make_a_database() {
        var embedded = Settings.read(SettingSources.of(Map.of(),
                Map.of("MAKEGOOD_DATA", "/nonexistent/makegood")));

        assertThatThrownBy(() -> Database.openForCommand(embedded.database()))
                .isInstanceOf(DatabaseMissing.class);
    }

    private Settings settings(Map<String, String> more) {
        var all = new HashMap<>(Map.of("MAKEGOOD_DATABASE_URL", database.jdbcUrl(),
                "MAKEGOOD_DATABASE_USER", database.owner().user(),
                "MAKEGOOD_DATABASE_PASSWORD", database.owner().password(),
                "MAKEGOOD_DATABASE_CONNECTIONS", "4", "MAKEGOOD_PORT", "0",
                "SUPERDUPERAI_URL", films.baseUrl().toString(), "SUPERDUPERAI_TOKEN", TOKEN));
        all.putAll(more);
        return Settings.read(SettingSources.of(Map.of(), all));
    }

    private static HttpRequest order(URI address, String key) {
        return HttpRequest.newBuilder(URI.create(address + "/api/story-editor/generate"))
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", "app/ada")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build();
    }
}
