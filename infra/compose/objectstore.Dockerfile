# Ceph's RADOS Gateway with one monitor and one OSD, as infra/objectstore runs it; awscli is for bucket.sh.
FROM debian:12
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      ceph-mon ceph-osd radosgw ceph-common awscli && \
    rm -rf /var/lib/apt/lists/*
COPY --chmod=755 infra/objectstore/ceph-node.sh infra/compose/bucket.sh /usr/local/bin/
# The user ceph comes with ceph-common; nothing here needs root.
RUN install -d -o ceph -g ceph /var/lib/assay-store
USER ceph
ENV CEPH_NODE_DIR=/var/lib/assay-store HOME=/var/lib/assay-store
VOLUME /var/lib/assay-store
CMD ["ceph-node.sh", "all"]
