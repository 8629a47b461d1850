package dev.makegood.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An anchor is read only if it is whole, and as it was taken. */
class AnchorLinesTest extends AnchorsTestBase {

    private final List<String> anchor = anchor(books);

    private static void expectRefused(List<String> lines, String why) {
        assertThatThrownBy(() -> Anchors.read(lines.iterator()))
                .isInstanceOf(InvalidAnchorException.class)
                .hasMessageContaining(why);
    }

    private List<String> changed(int line, String text) {
        var changed = new ArrayList<>(anchor);
        changed.set(line, text);
        return changed;
    }

    @Test
    void an_anchor_has_a_line_for_each_customer_in_the_order_of_their_ids_and_its_root() {
        var root = Anchors.read(anchor.iterator());

        assertThat(anchor).hasSize(4);
        assertThat(anchor.getFirst()).isEqualTo("makegood-anchor-1 2026-03-01T00:00:00Z");
        assertThat(anchor.subList(1, 3)).isSorted()
                .anyMatch(line -> line.startsWith(ada + " 1 "))
                .anyMatch(line -> line.startsWith(bob + " 1 "));
        assertThat(anchor.getLast()).isEqualTo("root " + root.root() + " 2");
    }

    @Test
    void what_is_read_has_the_root_that_was_taken() {
        assertThat(Anchors.read(anchor.iterator()))
                .isEqualTo(Anchors.of(books.storage.archive()).take(TAKEN_AT, line -> {}));
    }

    @Test
    void no_lines_and_other_lines_are_no_anchor() {
        expectRefused(List.of(), "this is no anchor");
        expectRefused(List.of("hello"), "this is no anchor");
        expectRefused(anchor.subList(1, 4), "this is no anchor");
    }

    @Test
    void an_anchor_without_its_root_was_cut_off() {
        expectRefused(anchor.subList(0, 3), "it ends after 2 customers without its root");
    }

    @Test
    void a_line_that_was_changed_or_left_out_changes_the_root() {
        expectRefused(changed(1, anchor.get(2)), "the anchor is damaged: its lines have the root");
        expectRefused(changed(0, "makegood-anchor-1 2026-03-02T00:00:00Z"), "have the root");
        expectRefused(List.of(anchor.get(0), anchor.get(1), anchor.get(3)), "of 1 customers");
    }

    @Test
    void nothing_follows_the_root() {
        var more = new ArrayList<>(anchor);
        more.add("more");

        expectRefused(more, "there is something after its root: more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one two three four five", "%s 1 %s 1", "%s one %s 1 %s",
            "%s 1 short 1 %s", "%s 1 %s 1 %s more"})
    void a_line_that_is_no_customer_is_named(String form) {
        var hash = "0".repeat(64);
        var line = form.replaceFirst("%s", ada.toString()).replace("%s", hash);

        expectRefused(changed(2, line), "line 3 is not a customer with two numbers and two hashes: "
                + line);
    }
}
