package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.access.Role;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import dev.makegood.report.ReportStep;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A label that somebody gives is read as what it names, and any other as nothing. */
class ReadLabelsTest {

    private record Labels<E>(E[] values, Function<String, Optional<E>> reader,
            Function<E, String> label) {

        void check() {
            assertThat(values).allSatisfy(
                    value -> assertThat(reader.apply(label.apply(value))).contains(value));
            assertThat(reader.apply("")).isEmpty();
            assertThat(reader.apply("something")).isEmpty();
        }
    }

    static Stream<Labels<?>> labels() {
        return Stream.of(
                new Labels<>(Role.values(), Role::of, Role::label),
                new Labels<>(GrantSource.values(), GrantSource::of, GrantSource::label),
                new Labels<>(PaymentType.values(), PaymentType::of, PaymentType::label),
                new Labels<>(PaymentStatus.values(), PaymentStatus::of, PaymentStatus::label),
                new Labels<>(ProjectStatus.values(), ProjectStatus::of, ProjectStatus::label),
                new Labels<>(new ReportStep[] {ReportStep.DAY, ReportStep.MONTH}, ReportStep::of,
                        step -> step == ReportStep.DAY ? "day" : "month"));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void a_label_is_read_as_what_it_names(Labels<?> labels) {
        labels.check();
    }
}
