package dev.assay.evidence.auditpackage;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that can be written as often as asked, the same each time. */
@FunctionalInterface
interface Content {

  void writeTo(OutputStream out) throws IOException;
}
