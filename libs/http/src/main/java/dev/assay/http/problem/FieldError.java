package dev.assay.http.problem;

/**
 * One field that breaks a rule.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body; {@code ""} is the whole body, and {@code
 *     ?name} stands for a query parameter or header
 * @param detail what is wrong and what would be right
 */
public record FieldError(String pointer, String detail) {}
