package dev.makegood.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Later books continue an anchor, or it is said who does not (I17). */
class ContinuedBooksTest extends AnchorsTestBase {

    private static final int MORE_THAN_A_PAGE = 501;

    /** Other books with the same customers, from the same moment on. */
    private final MakegoodFixture others = MakegoodFixture.inMemory();

    @Test
    void books_that_went_on_continue_it() {
        var anchor = anchor(books);

        books.grant(ada, 1);
        IntStream.range(0, 20).forEach(more -> books.customerWith(1));

        assertThat(compare(books, anchor)).isEmpty();
    }

    @Test
    void books_of_any_size_continue_it() {
        IntStream.range(0, MORE_THAN_A_PAGE).forEach(more -> books.customerWith(1));
        var anchor = anchor(books);

        assertThat(Anchors.read(anchor.iterator()).customers()).isEqualTo(MORE_THAN_A_PAGE + 2);
        assertThat(compare(books, anchor)).isEmpty();
    }

    @Test
    void a_chain_that_had_nothing_yet_is_continued_by_anything() {
        createKey();
        var anchor = anchor(books);

        createKey();

        assertThat(anchor).anyMatch(
                line -> line.contains(" 0 " + Hash.NONE + " 1 "));
        assertThat(compare(books, anchor)).isEmpty();
    }

    private void createKey() {
        var unused = books.makegood.apiKeys(new Random(1)).create(Role.APP, "shop", "test");
    }

    @Test
    void a_customer_who_was_removed_is_gone() {
        books.grant(bob, 7);
        assertThat(others.customerWith(500)).isEqualTo(ada);

        assertThat(compare(others, anchor(books))).containsExactly(new Violation(bob, "I17",
                "the customer was anchored with 2 transfers and 2 events, and is gone"));
    }

    @Test
    void an_end_that_was_cut_off_is_gone() {
        others.customerWith(500);
        others.customerWith(300);
        books.grant(bob, 7);

        assertThat(compare(others, anchor(books))).containsExactly(
                new Violation(bob, "I17",
                        "transfer 2 was anchored and is gone: the end of the books was cut off"),
                new Violation(bob, "I17",
                        "event 2 was anchored and is gone: the end of the books was cut off"));
    }

    @Test
    void books_that_were_written_anew_are_not_the_anchored_ones() {
        others.customerWith(500);
        others.grant(others.customerWith(299), 1);

        assertThat(compare(others, anchor(books))).containsExactly(
                new Violation(bob, "I17",
                        "transfer 1 is not the one that was anchored: the books were written anew"),
                new Violation(bob, "I17",
                        "event 1 is not the one that was anchored: the books were written anew"));
    }

    @Test
    void an_anchor_of_which_nobody_is_here_is_one_of_other_books() {
        assertThat(compare(others, anchor(books))).extracting(Violation::customer)
                .containsExactlyInAnyOrder(ada, bob, CustomerId.SYSTEM_ACCOUNT);
        assertThat(compare(others, anchor(books)).getLast().description()).isEqualTo(
                "none of the 2 anchored customers is here: this is an anchor of other books");
    }

    @Test
    void an_anchor_of_nobody_is_continued_by_all_books() {
        var anchor = anchor(others);

        assertThat(anchor).hasSize(2);
        assertThat(compare(books, anchor)).isEqualTo(List.of());
    }
}
