/* The JavaScript that build/bundle holds, as part of the program. */
#ifndef MITE_BUNDLE_H
#define MITE_BUNDLE_H

extern const char mite_bundle_host[], mite_bundle_host_end[];
extern const char mite_bundle_mite[], mite_bundle_mite_end[];

#endif
