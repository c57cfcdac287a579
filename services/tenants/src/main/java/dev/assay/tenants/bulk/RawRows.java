package dev.assay.tenants.bulk;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, so that a file of any size takes little memory. */
interface RawRows extends AutoCloseable {

  /** The next row, or null behind the last. */
  @Nullable RawRow next() throws IOException;

  @Override
  void close() throws IOException;
}
