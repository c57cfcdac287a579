/**
 * Audit packages: a client's evidence of a period in one sealed file that proves itself to whoever
 * has it, without us.
 */
@NullMarked
package dev.assay.evidence.auditpackage;

import org.jspecify.annotations.NullMarked;
