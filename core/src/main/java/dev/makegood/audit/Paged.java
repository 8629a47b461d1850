package dev.makegood.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a long list page by page, and keeps one page. */
final class Paged<T> implements Iterator<T> {

    /** The page that comes after an element; the first one after null. */
    interface Book<T> {
        List<T> after(@Nullable T last);
    }

    private final Book<T> book;
    private Iterator<T> page;
    private @Nullable T last;

    Paged(Book<T> book) {
        this.book = book;
        this.page = book.after(null).iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && last != null) {
            page = book.after(last).iterator();
            last = null;
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var next = page.next();
        last = next;
        return next;
    }
}
