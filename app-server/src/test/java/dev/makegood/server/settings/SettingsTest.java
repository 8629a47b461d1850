package dev.makegood.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Credits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String CANARY = "canary-that-must-not-be-shown-0123456789";

    @TempDir
    private Path folder;

    @Test
    void nothing_has_to_be_set() {
        var settings = read(Map.of());

        assertThat(settings.listener().port()).isEqualTo(8080);
        assertThat(settings.database()).isInstanceOf(DatabaseSettings.Embedded.class);
        assertThat(settings.pipelines().defaultPipeline()).isEqualTo(PipelineSettings.NONE);
        assertThat(settings.signupCredits()).isEqualTo(new Credits(60));
        assertThat(settings.migrateAtStart()).isTrue();
    }

    @Test
    void a_flag_wins_over_the_environment_and_the_environment_over_the_file() throws IOException {
        file("makegood.port=1\nMAKEGOOD_HOST=0.0.0.0\nmakegood.signup-credits=7");

        var settings = Settings.read(SettingSources
                .of(Map.of("MAKEGOOD_PORT", "3"),
                        Map.of("MAKEGOOD_PORT", "2", "MAKEGOOD_HOST", "::1"))
                .withFileIn(folder));

        assertThat(settings.listener().port()).isEqualTo(3);
        assertThat(settings.listener().host()).isEqualTo("::1");
        assertThat(settings.signupCredits()).isEqualTo(new Credits(7));
    }

    @Test
    void a_folder_named_by_a_flag_wins_over_an_address_in_the_environment() {
        var settings = Settings.read(SettingSources.of(Map.of("MAKEGOOD_DATA", "/srv/makegood"),
                Map.of("MAKEGOOD_DATABASE_URL", "jdbc:postgresql://db/shop")));

        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings.Embedded(Path.of("/srv/makegood"), 10));
    }

    @Test
    void a_number_is_written_in_plain_digits() {
        assertThatThrownBy(() -> read(Map.of("MAKEGOOD_PORT", "\u0661\u0660")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("MAKEGOOD_PORT must be a whole number");
    }

    @Test
    void an_empty_setting_is_not_set() {
        assertThat(read(Map.of("MAKEGOOD_DATABASE_URL", "", "MAKEGOOD_PORT", " ")).database())
                .isInstanceOf(DatabaseSettings.Embedded.class);
    }

    @Test
    void a_typing_error_in_the_file_is_refused() throws IOException {
        file("makegood.prot=8080");

        assertThatThrownBy(
                () -> Settings.read(SettingSources.of(Map.of(), Map.of()).withFileIn(folder)))
                        .isInstanceOf(InvalidSetting.class)
                        .hasMessageContaining("MAKEGOOD_PROT");
    }

    @Test
    void a_typing_error_in_the_environment_is_noticed() {
        assertThat(
                read(Map.of("MAKEGOOD_DATABSE_URL", "x", "MAKEGOOD_JAVA_OPTS", "y")).unknownNames())
                        .containsExactly("MAKEGOOD_DATABSE_URL");
    }

    @ParameterizedTest
    @CsvSource({"MAKEGOOD_PORT,eighty", "MAKEGOOD_PORT,70000", "MAKEGOOD_MIGRATE,perhaps",
            "MAKEGOOD_ANSWER_TIMEOUT,soon", "MAKEGOOD_GRANT_REOPENED_MIN,3",
            "SUPERDUPERAI_URL,nowhere",
            "SUPERDUPERAI_URL,ftp://host", "PREFECT_API_URL,https://host",
            "SUPERDUPERAI_URL,https://host", "MAKEGOOD_PIPELINES,story=superduperai",
            "MAKEGOOD_PIPELINES,a/b=unknown", "MAKEGOOD_PIPELINE_DEFAULT,unknown",
            "MAKEGOOD_LOG,loud",
            "MAKEGOOD_DATABASE_URL,mysql://host/db", "MAKEGOOD_SIGNUP_CREDITS,-1",
            "SUPERDUPERAI_TIMEOUT,2m", "MAKEGOOD_TASK_CONCURRENCY,0",
            "MAKEGOOD_TASK_LEASE,500ms", "MAKEGOOD_EVENTS_LEASE,0s"})
    void a_bad_value_is_refused_and_its_setting_named(String name, String value) {
        var prefix = name.startsWith("MAKEGOOD") ? name : name.substring(0, name.indexOf('_'));

        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(prefix);
    }

    @Test
    void a_lease_is_longer_than_a_call_under_it() {
        var pipeline = Map.of("SUPERDUPERAI_URL", "https://host", "SUPERDUPERAI_TOKEN", CANARY,
                "MAKEGOOD_TASK_LEASE", "20s");

        assertThatThrownBy(() -> read(pipeline)).isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("MAKEGOOD_TASK_LEASE must be more than SUPERDUPERAI_TIMEOUT");
        assertThat(read(Map.of("MAKEGOOD_TASK_LEASE", "20s")).worker().leases().task())
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_repeated() {
        var urls = new String[] {
                "jdbc:postgresql://me:" + CANARY + "@host/db",
                "jdbc:postgresql://host/db?user=me&password=" + CANARY,
                "jdbc:postgresql://host/db?sslpassword=" + CANARY};
        for (var url : urls) {
            assertThatThrownBy(() -> read(Map.of("MAKEGOOD_DATABASE_URL", url)))
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessageContaining("MAKEGOOD_DATABASE_PASSWORD")
                    .hasMessageNotContaining(CANARY);
        }
    }

    @Test
    void a_token_in_the_address_of_a_pipeline_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> read(Map.of("SUPERDUPERAI_URL", "https://" + CANARY + "@host",
                "SUPERDUPERAI_TOKEN", CANARY)))
                        .isInstanceOf(InvalidSetting.class)
                        .hasMessageNotContaining(CANARY);
    }

    @Test
    void a_short_root_key_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> read(Map.of("MAKEGOOD_ROOT_KEY", "too-short")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageNotContaining("too-short");
    }

    @Test
    void no_secret_is_printed() {
        var settings = read(Map.of("MAKEGOOD_ROOT_KEY", CANARY,
                "MAKEGOOD_DATABASE_URL", "jdbc:postgresql://host/db",
                "MAKEGOOD_DATABASE_PASSWORD", CANARY, "SUPERDUPERAI_URL", "https://host",
                "SUPERDUPERAI_TOKEN", CANARY, "PREFECT_API_URL", "https://prefect/api",
                "PREFECT_DEPLOYMENT", "d", "PREFECT_API_KEY", CANARY));

        assertThat(settings.toString()).doesNotContain(CANARY);
        assertThat(settings.rootKey()).isEqualTo(new Secret(CANARY));
    }

    @Test
    void operations_find_their_pipelines() {
        var pipelines = read(Map.of("SUPERDUPERAI_URL", "https://host", "SUPERDUPERAI_TOKEN", "t",
                "PREFECT_API_URL", "https://prefect/api", "PREFECT_DEPLOYMENT", "d",
                "PREFECT_HARD_LIMIT", "2d", "PREFECT_PARAMETERS", "prompt, seed",
                "MAKEGOOD_PIPELINES", "images/portrait=prefect, a/b=superduperai")).pipelines();

        assertThat(pipelines.defaultPipeline()).isEqualTo("superduperai");
        assertThat(pipelines.byOperation())
                .containsOnly(Map.entry("images/portrait", "prefect"),
                        Map.entry("a/b", "superduperai"));
        assertThat(pipelines.prefect().deadlines().hardLimit()).isEqualTo(Duration.ofDays(2));
        assertThat(pipelines.prefect().parameters()).containsExactly("prompt", "seed");
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve(SettingSources.FILE), text);
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(SettingSources.of(Map.of(), environment));
    }
}
