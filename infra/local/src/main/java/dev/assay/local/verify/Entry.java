package dev.assay.local.verify;

/**
 * An entry as it is in the package.
 *
 * @param place of its header
 * @param content place of its first byte
 */
record Entry(String path, long place, long content, long size, long crc, String sha256) {}
