#!/usr/bin/env bash
# Makes the store's two users and the evidence bucket: Object Lock from its first moment, open to the upload user for
# exactly what uploading needs. As infra/local's EvidenceBucket does; may be run again at any time.
#
# Settings: CEPH_NODE_DIR and the ports of ceph-node.sh; AWS_REGION; BUCKET; ROOT_ACCESS_KEY, ROOT_SECRET_KEY,
# UPLOAD_ACCESS_KEY, UPLOAD_SECRET_KEY; CEPH_NODE (path of ceph-node.sh).
set -eu

node=${CEPH_NODE:-/usr/local/bin/ceph-node.sh}
bucket=${BUCKET:?}
upload=assay-evidence
export AWS_ACCESS_KEY_ID=${ROOT_ACCESS_KEY:?} AWS_SECRET_ACCESS_KEY=${ROOT_SECRET_KEY:?}
export AWS_DEFAULT_REGION=${AWS_REGION:?}

s3() { aws --endpoint-url "http://127.0.0.1:${CEPH_NODE_RGW_PORT:-17480}" s3api "$@"; }

"$node" user assay-root "$ROOT_ACCESS_KEY" "$ROOT_SECRET_KEY" 1000
"$node" user "$upload" "${UPLOAD_ACCESS_KEY:?}" "${UPLOAD_SECRET_KEY:?}" -1

if ! s3 head-bucket --bucket "$bucket" >/dev/null 2>&1; then
  s3 create-bucket --bucket "$bucket" --object-lock-enabled-for-bucket >/dev/null
  s3 put-object-lock-configuration --bucket "$bucket" --object-lock-configuration \
    '{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": 30}}}'
fi

s3 put-bucket-policy --bucket "$bucket" --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "objects", "Effect": "Allow",
   "Principal": {"AWS": ["arn:aws:iam:::user/'"$upload"'"]},
   "Action": ["s3:PutObject", "s3:PutObjectRetention", "s3:GetObject", "s3:GetObjectVersion",
              "s3:GetObjectRetention", "s3:GetObjectLegalHold",
              "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
   "Resource": ["arn:aws:s3:::'"$bucket"'/*"]},
  {"Sid": "bucket", "Effect": "Allow",
   "Principal": {"AWS": ["arn:aws:iam:::user/'"$upload"'"]},
   "Action": ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads",
              "s3:GetBucketLocation", "s3:GetBucketVersioning", "s3:GetBucketObjectLockConfiguration"],
   "Resource": ["arn:aws:s3:::'"$bucket"'"]}
]}'

# Servers that keep a retention and then let the delete through are common: try it, with the strongest key.
probe=assay-lock-probe/$(cat /proc/sys/kernel/random/uuid)
version=$(s3 put-object --bucket "$bucket" --key "$probe" --object-lock-mode COMPLIANCE \
  --object-lock-retain-until-date "$(date -u -d '+2 minutes' +%Y-%m-%dT%H:%M:%SZ)" \
  --query VersionId --output text)
if s3 delete-object --bucket "$bucket" --key "$probe" --version-id "$version" >/dev/null 2>&1; then
  echo "The store deletes a version that is under a COMPLIANCE lock." >&2
  exit 8
fi
s3 head-object --bucket "$bucket" --key "$probe" --version-id "$version" >/dev/null
echo "bucket $bucket: ready, Object Lock proven"
