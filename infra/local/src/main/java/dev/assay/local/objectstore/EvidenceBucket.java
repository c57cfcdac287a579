package dev.assay.local.objectstore;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket of evidence: locked from its first moment, and open to the upload key for exactly what
 * uploading needs.
 */
final class EvidenceBucket {
  /**
   * Catches what forgets to ask for a lock; the evidence service asks for its own on every file.
   */
  private static final int DEFAULT_LOCK_DAYS = 30;

  private final S3Client root;
  private final String bucket;

  EvidenceBucket(S3Client root, String bucket) {
    this.root = root;
    this.bucket = bucket;
  }

  /** Lock can be given to a bucket at its creation only. */
  void createIfMissing() {
    try {
      root.headBucket(r -> r.bucket(bucket));
    } catch (NoSuchBucketException e) {
      root.createBucket(r -> r.bucket(bucket).objectLockEnabledForBucket(true));
      root.putObjectLockConfiguration(
          r ->
              r.bucket(bucket)
                  .objectLockConfiguration(
                      c ->
                          c.objectLockEnabled(ObjectLockEnabled.ENABLED)
                              .rule(
                                  rule ->
                                      rule.defaultRetention(
                                          DefaultRetention.builder()
                                              .mode(ObjectLockRetentionMode.COMPLIANCE)
                                              .days(DEFAULT_LOCK_DAYS)
                                              .build()))));
    }
  }

  /**
   * Lets the upload user put, read and lengthen locks. Not granted, and so refused: deleting
   * anything, bypassing governance, touching legal holds (placing and lifting are one right),
   * configuring the bucket.
   */
  void grantUpload(String user) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "objects", "Effect": "Allow",
           "Principal": {"AWS": ["arn:aws:iam:::user/${user}"]},
           "Action": ["s3:PutObject", "s3:PutObjectRetention", "s3:GetObject", "s3:GetObjectVersion",
                      "s3:GetObjectRetention", "s3:GetObjectLegalHold",
                      "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
           "Resource": ["arn:aws:s3:::${bucket}/*"]},
          {"Sid": "bucket", "Effect": "Allow",
           "Principal": {"AWS": ["arn:aws:iam:::user/${user}"]},
           "Action": ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads",
                      "s3:GetBucketLocation", "s3:GetBucketVersioning",
                      "s3:GetBucketObjectLockConfiguration"],
           "Resource": ["arn:aws:s3:::${bucket}"]}
        ]}
        """
            .replace("${user}", user)
            .replace("${bucket}", bucket);
    // A gateway that was just restarted keeps such a write waiting for half a minute, until its
    // predecessor's watches end: so only what differs is written.
    if (!policy.equals(currentPolicy())) {
      root.putBucketPolicy(r -> r.bucket(bucket).policy(policy));
    }
  }

  private String currentPolicy() {
    try {
      return root.getBucketPolicy(r -> r.bucket(bucket)).policy();
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return "";
      }
      throw e;
    }
  }
}
