package dev.assay.evidence.auditpackage;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All rows of a list that is read a page at a time; it holds one page. */
final class Keyset<T> implements Iterator<T> {

  /** Reads the page after a row; null means the first page. */
  interface Pages<T> {
    List<T> after(@Nullable T last, int most);
  }

  private final Pages<T> pages;
  private final int most;
  private List<T> page;
  private int next;

  Keyset(int most, Pages<T> pages) {
    this.pages = pages;
    this.most = most;
    this.page = pages.after(null, most);
  }

  /** The next row without taking it; null at the end. */
  @Nullable T peek() {
    if (next == page.size() && page.size() == most) {
      page = pages.after(page.getLast(), most);
      next = 0;
    }
    return next < page.size() ? page.get(next) : null;
  }

  @Override
  public boolean hasNext() {
    return peek() != null;
  }

  @Override
  public T next() {
    T row = peek();
    if (row == null) {
      throw new NoSuchElementException();
    }
    next++;
    return row;
  }
}
