#!/usr/bin/env python3
"""Reads an archive of drafts with Copydesk under Apache Spark.

usage: check_archive.py PROGRAM INPUT OUTPUT [--partitions N] [--master URL]

INPUT is a file or folder of JSON lines, compressed or not, a record a line: {"id", "text", "date"?, "language"?}.
OUTPUT is a folder that does not exist yet; there comes a line for each record, in order within each partition:
{"id", "language", "date", "findings"}. PROGRAM is the path of `copydesk` on every worker. Needs PySpark (`pip install pyspark`) and Java 17.

Every partition is a pipe: its records go into one `copydesk check --jsonl`, its answers come out. The program is
started once for a partition, so a partition should hold thousands of records. One thread each: Spark deals out the cores."""
import argparse
import shlex
import time

from pyspark.sql import SparkSession


def command(program):
    """The pipe of one partition. `check` ends with 1 where it found something: that is no failure, 2 is."""
    run = f"{shlex.quote(program)} check --jsonl --threads 1; [ $? -le 1 ]"
    return f"sh -c {shlex.quote(run)}"


def answers(spark, program, source, partitions):
    """The answers to all records of `source`, as an RDD of lines."""
    records = spark.read.text(source).rdd.map(lambda row: row.value)
    if partitions:
        records = records.repartition(partitions)
    return records.pipe(command(program), checkCode=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--partitions", type=int, default=0, help="deal the records out anew; as the files lie unless given")
    parser.add_argument("--master", default="local[*]", help="where Spark runs (local[*])")
    asked = parser.parse_args()
    spark = SparkSession.builder.master(asked.master).appName("copydesk").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    began = time.monotonic()
    answers(spark, asked.program, asked.input, asked.partitions).saveAsTextFile(asked.output)
    print(f"{time.monotonic() - began:.1f} s, without the start of Spark")
    spark.stop()


if __name__ == "__main__":
    main()
