#include "users.h"

#include "conformance.h"
#include "model.h"
#include "sha256.h"
#include "sha_classic.h"
#include "sha_restore.h"

#include <string.h>

#define MOST_BLOCKS 5
#define ENGINE_256 1
#define ENGINE_512 2

struct users users;

/* A user in the middle of a message. Each step is one access, or one check of the lock. */
struct user {
  uint64_t seed, waiting_since;
  uint8_t message[64 * MOST_BLOCKS];
  uint32_t length, blocks, block, state[8];
  uint32_t pause, step;
  bool holds, waits;
};

static struct user tls, other_engine;
static bool with_sha512;
/* TEXT's users on the classic chip: IDF's spinlock, which only IDF's users share. */
static const struct user *text_owner;

static bool own_text(const struct user *user) {
  if (text_owner && text_owner != user)
    return false;
  text_owner = user;
  return true;
}

/* A new message, padded. */
static void next_message(struct user *user) {
  user->length = (uint32_t)(random_word(&user->seed) >> 40) % (64 * MOST_BLOCKS - 9);
  user->blocks = (user->length + 9 + 63) / 64;
  memset(user->message, 0, sizeof user->message);
  random_bytes(&user->seed, user->message, user->length);
  user->message[user->length] = 0x80;
  mite_store_be(user->message + 64 * user->blocks - 4, user->length * 8);
  user->block = user->step = 0;
}

static void rest(struct user *user) {
  user->pause = (uint32_t)(random_word(&user->seed) >> 32) % 30000;
}

static uint32_t word(const struct user *user, uint32_t i) {
  return mite_load_be(user->message + 64 * user->block + 4 * i);
}

static void judge(const struct user *user) {
  uint8_t right[MITE_HASH_BYTES];
  bool same = true;
  mite_sha256(user->message, user->length, right);
  for (uint32_t i = 0; i < 8; i++)
    same &= user->state[i] == mite_load_be(right + 4 * i);
  if (same)
    users.right++;
  else
    users.wrong++;
}

/* The lock of SHA-256 from the first block to the digest; software when another has it. */
static void classic_step(struct user *user) {
  const uint32_t step = user->step++;
  if (!user->holds) {
    next_message(user);
    user->holds = model_lock(ENGINE_256);
    user->step = 0;
    if (!user->holds) {
      users.software++;
      rest(user);
    }
  } else if (step == 0) {
    user->step = !model_other_read(MITE_CLASSIC_BUSY) && own_text(user);
  } else if (step <= 16) {
    model_other_write(MITE_CLASSIC_TEXT + 4 * (step - 1), word(user, step - 1));
  } else if (step == 17) {
    model_other_write(user->block == 0 ? MITE_CLASSIC_START : MITE_CLASSIC_CONTINUE, 1);
    text_owner = NULL;
    if (++user->block < user->blocks) {
      user->step = 0;
      if (user->block % 2 == 0)
        rest(user);
    }
  } else if (step == 18) {
    if (model_other_read(MITE_CLASSIC_BUSY) || !own_text(user))
      user->step = step;
  } else if (step == 19) {
    model_other_write(MITE_CLASSIC_LOAD, 1);
  } else if (step == 20) {
    if (model_other_read(MITE_CLASSIC_BUSY))
      user->step = step;
  } else if (step <= 28) {
    user->state[step - 21] = model_other_read(MITE_CLASSIC_TEXT + 4 * (step - 21));
  } else {
    judge(user);
    text_owner = NULL;
    model_unlock(ENGINE_256);
    user->holds = false;
    rest(user);
  }
}

/* The engine beside it: writes its block to the same TEXT, begins, and checks what it got. */
static void sha512_step(struct user *user) {
  const uint32_t step = user->step++;
  if (!user->holds) {
    next_message(user);
    user->holds = model_lock(ENGINE_512);
    if (!user->holds)
      rest(user);
    user->step = 0;
  } else if (step == 0) {
    user->step = !model_other_read(MITE_CLASSIC_BUSY) && own_text(user);
  } else if (step <= 16) {
    model_other_write(MITE_CLASSIC_TEXT + 4 * (step - 1), word(user, step - 1));
  } else {
    bool same = true;
    for (uint32_t i = 0; i < 16; i++)
      same &= model.text[i] == word(user, i);
    if (same)
      users.right++;
    else
      users.wrong++;
    text_owner = NULL;
    model_unlock(ENGINE_512);
    user->holds = false;
    rest(user);
  }
}

/* The lock for a block, the state in the user's own memory between. */
static void restore_step(struct user *user) {
  const uint32_t step = user->step++;
  if (!user->holds) {
    if (!user->waits) {
      user->waits = true;
      user->waiting_since = model.now;
    }
    if (!model_lock(0))
      return;
    if (model.now - user->waiting_since > users.longest_wait)
      users.longest_wait = model.now - user->waiting_since;
    user->waits = false;
    user->holds = true;
    user->step = 0;
    if (user->block == user->blocks)
      next_message(user);
  } else if (step == 0) {
    model_other_write(MITE_RESTORE_MODE, MITE_RESTORE_SHA256);
  } else if (step <= 8) {
    if (user->block > 0)
      model_other_write(MITE_RESTORE_H + 4 * (step - 1), mite_swap(user->state[step - 1]));
  } else if (step <= 24) {
    model_other_write(MITE_RESTORE_M + 4 * (step - 9), mite_swap(word(user, step - 9)));
  } else if (step == 25) {
    model_other_write(user->block == 0 ? MITE_RESTORE_START : MITE_RESTORE_CONTINUE, 1);
  } else if (step == 26) {
    if (model_other_read(MITE_RESTORE_BUSY))
      user->step = step;
  } else if (step <= 34) {
    user->state[step - 27] = mite_swap(model_other_read(MITE_RESTORE_H + 4 * (step - 27)));
  } else {
    model_unlock(0);
    user->holds = false;
    if (++user->block == user->blocks)
      judge(user);
    rest(user);
  }
}

static void step(struct user *user, void (*one)(struct user *)) {
  if (user->pause > 0) {
    user->pause--;
    return;
  }
  users.foreign += model.driver_holds && user->holds;
  one(user);
}

static void both(void) {
  if (model.family == MODEL_RESTORE) {
    step(&tls, restore_step);
    return;
  }
  step(&tls, classic_step);
  if (with_sha512)
    step(&other_engine, sha512_step);
}

void users_begin(uint64_t seed, bool sha512) {
  memset(&users, 0, sizeof users);
  memset(&tls, 0, sizeof tls);
  memset(&other_engine, 0, sizeof other_engine);
  tls.seed = seed;
  other_engine.seed = seed + 1;
  with_sha512 = sha512;
  text_owner = NULL;
  next_message(&tls);
  model.other = both;
}
