/** Reminders of requests that await an answer, as rows for whoever carries them to people. */
@NullMarked
package dev.assay.evidence.reminder;

import org.jspecify.annotations.NullMarked;
