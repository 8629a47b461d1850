package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.stripe.fake.FakeStripeSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {

    private static final String BODY = "{\n  \"id\": \"evt_1\", \"ключ\": \"€\"\n}";
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long T = NOW.getEpochSecond();

    private final StripeSignature signature =
            new StripeSignature(List.of("whsec_new", "whsec_old"));

    @Test
    void a_notice_signed_with_our_secret_is_right() {
        assertThat(isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_new")))).isTrue();
    }

    @Test
    void while_secrets_are_rotated_either_is_right_on_either_side() {
        assertThat(isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_old")))).isTrue();
        assertThat(isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_x", "whsec_new"))))
                .isTrue();
        assertThat(
                isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_new")) + ",v0=old"))
                        .isTrue();
    }

    @Test
    void another_secret_is_wrong() {
        assertThat(isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_other"))))
                .isFalse();
    }

    @Test
    void one_altered_byte_is_wrong() {
        var header = FakeStripeSigner.header(BODY, T, List.of("whsec_new"));
        var bytes = bytes(BODY);
        for (int i = 0; i < bytes.length; i++) {
            var altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(signature.findProblem(altered, header, NOW)).as("byte %d", i)
                    .isPresent();
        }
    }

    @ParameterizedTest(name = "{0} s away is right: {1}")
    @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false", "100000,false",
            "-100000,false"})
    void a_signature_is_as_good_as_it_is_fresh_in_both_directions(long seconds, boolean right) {
        var header = FakeStripeSigner.header(BODY, T + seconds, List.of("whsec_new"));

        assertThat(isRight(BODY, header)).isEqualTo(right);
    }

    @Test
    void the_time_is_part_of_what_was_signed() {
        var header = FakeStripeSigner.header(BODY, T, List.of("whsec_new"));

        assertThat(isRight(BODY, header.replace("t=" + T, "t=" + (T + 1)))).isFalse();
    }

    @Test
    void the_numbers_of_the_machine_do_not_matter() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(isRight(BODY, FakeStripeSigner.header(BODY, T, List.of("whsec_new"))))
                    .isTrue();
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=", "v1=", "t=1767268800", ",,,", "=,=", "t=,v1=",
            "t=1767268800,v1=", "t=1767268800,v1=zz", "v1=aa,t=1767268800", "t=-1,v1=00",
            "t=99999999999999999999,v1=00", "t=١٧٦٧٢٦٨٨٠٠,v1=00", "t=1e9,v1=00", "t", "\u0000"})
    void a_header_of_no_shape_is_wrong_and_nothing_more(String header) {
        assertThat(isRight(BODY, header)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void no_header_that_dice_write_is_right_or_breaks(long seed) {
        var dice = new Random(seed);
        var good = FakeStripeSigner.header(BODY, T, List.of("whsec_new"));
        for (int step = 0; step < 2_000; step++) {
            var bad = mangled(good, dice);
            assertThat(isRight(BODY, bad)).as("seed %d step %d: %s", seed, step, bad)
                    .isEqualTo(isHarmless(good, bad));
        }
    }

    /** What is around the one time and the one signature may be anything. */
    private static boolean isHarmless(String good, String bad) {
        var parts = List.of(bad.split(",", -1));
        return List.of(good.split(",")).stream().allMatch(parts::contains)
                && parts.stream().filter(part -> part.matches("t=[0-9]{1,12}")).count() == 1;
    }

    private static String mangled(String good, Random dice) {
        var text = new StringBuilder(good);
        for (int i = dice.nextInt(3); i >= 0; i--) {
            var at = dice.nextInt(text.length());
            switch (dice.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) dice.nextInt(0x250));
                case 1 -> text.insert(at, "t=v1=,".charAt(dice.nextInt(6)));
                case 2 -> text.deleteCharAt(at);
                default -> text.append(',').append(text.substring(at));
            }
        }
        return text.toString();
    }

    private boolean isRight(String body, String header) {
        return signature.findProblem(bytes(body), header, NOW).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
