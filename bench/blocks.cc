// What the size of a block and a dictionary do: blocks SNAPSHOT [RECORDS] packs the bodies of a snapshot (RECORDS of
// them, 400,000 unless said, in runs of 1,000 out of the whole) anew in each way and prints, one JSON line a way:
//   block, dictionary   bytes of a block unpacked, and of the dictionary
//   record_bytes        of the section, each record's share
//   train_s, pack_us    processor time to train the dictionary, and to pack one record (all threads)
//   read_us             processor time of one thread to read one record in random order, best of three rounds
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "assemble/stored_lists.h"

namespace {

using namespace cordon;
using Records = std::vector<std::string>;

// Other programs do not count.
double seconds(clockid_t clock) {
  timespec t = {};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

constexpr uint64_t kRun = 1000;

Result<Records> records_of(const snapshot::BlockReader& reader, uint64_t wanted) {
  const uint64_t runs = (reader.count() + kRun - 1) / kRun;
  const uint64_t step = std::max<uint64_t>(1, reader.count() / wanted);
  snapshot::BlockCursor cursor(reader);
  Records out;
  for (uint64_t run = 0; run < runs; run += step) {
    for (uint64_t i = run * kRun; i < std::min(reader.count(), (run + 1) * kRun); ++i) {
      TRY(const std::string_view record, cursor.record(i));
      out.emplace_back(record);
    }
  }
  return out;
}

std::string dictionary_for(const Records& records) {
  std::vector<std::string_view> sample;
  const size_t step = records.size() / snapshot::kDictionaryRecords + 1;
  for (size_t i = 0; i < records.size(); i += step) sample.push_back(records[i]);
  return snapshot::train_dictionary(sample);
}

Result<double> read_seconds(const snapshot::BlockReader& reader, const Records& records) {
  constexpr int kReads = 200'000;
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    std::mt19937 random(1);
    std::string block;
    const double start = seconds(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < kReads; ++i) {
      const size_t number = random() % records.size();
      TRY(const std::string_view record, reader.record(number, block));
      if (record.size() != records[number].size()) std::abort();
    }
    best = std::min(best, (seconds(CLOCK_THREAD_CPUTIME_ID) - start) / kReads);
  }
  return best;
}

Result<void> measure(const char* path, uint64_t wanted) {
  TRY(const snapshot::Reader file, snapshot::Reader::open(path));
  TRY(const assemble::StoredLists lists, assemble::StoredLists::open(file));
  TRY(const Records records, records_of(lists.bodies(), wanted));
  const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
  const std::string trained = dictionary_for(records);
  const double train = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
  const auto n = static_cast<double>(records.size());
  for (const bool with : {false, true}) {
    for (const size_t block : {512, 1024, 2048, 4096, 8192}) {
      const double begin = seconds(CLOCK_PROCESS_CPUTIME_ID);
      snapshot::BlockWriter writer(with ? trained : std::string(), block);
      for (const std::string& record : records) writer.append(record);
      const std::string section = writer.build();
      const double pack = seconds(CLOCK_PROCESS_CPUTIME_ID) - begin;
      TRY(const snapshot::BlockReader reader, snapshot::BlockReader::open(section));
      TRY(const double read, read_seconds(reader, records));
      std::printf(
          "{\"block\":%zu,\"dictionary\":%zu,\"record_bytes\":%.1f,\"train_s\":%.2f,\"pack_us\":%.1f,\"read_us\":%.2f}"
          "\n",
          block, with ? trained.size() : 0, static_cast<double>(section.size()) / n, with ? train : 0.0, pack / n * 1e6,
          read * 1e6);
      std::fflush(stdout);
    }
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("usage: blocks SNAPSHOT [RECORDS]\n", stderr);
    return 2;
  }
  const auto measured = measure(argv[1], argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 400'000);
  if (measured) return 0;
  std::fprintf(stderr, "blocks: %s\n", measured.error().text().c_str());
  return 2;
}
