package dev.makegood.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a long list page by page, and keeps one page. */
public final class PageIterator<T> implements Iterator<T> {

    /** The page that comes after an element; the first one after null. */
    public interface PageSource<T> {
        List<T> pageAfter(@Nullable T last);
    }

    private final PageSource<T> source;
    private Iterator<T> page;
    private @Nullable T last;

    public PageIterator(PageSource<T> source) {
        this.source = source;
        this.page = source.pageAfter(null).iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && last != null) {
            page = source.pageAfter(last).iterator();
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
