// Lists of parameters, (type, name) each and at most nine, made into what C writes from them.

#ifndef PARAMETERS_H
#define PARAMETERS_H

#define ROWS_NAME(type, name) name
#define ROWS_NEXT_NAME(type, name) , name
#define ROWS_MEMBER(type, name) given->name
#define ROWS_NEXT_MEMBER(type, name) , given->name
#define ROWS_PARAMETER(type, name) type name
#define ROWS_NEXT_PARAMETER(type, name) , type name

/// The names, with commas between them.
#define ROWS_NAMES(first, ...) ROWS_NAME first __VA_OPT__(ROWS_EACH(ROWS_NEXT_NAME, __VA_ARGS__))

/// The names as members of `given`, with commas between them.
#define ROWS_MEMBERS(first, ...) \
  ROWS_MEMBER first __VA_OPT__(ROWS_EACH(ROWS_NEXT_MEMBER, __VA_ARGS__))

/// Types and names, with commas between them.
#define ROWS_PARAMETERS(first, ...) \
  ROWS_PARAMETER first __VA_OPT__(ROWS_EACH(ROWS_NEXT_PARAMETER, __VA_ARGS__))

/// F of each, without commas.
#define ROWS_EACH(F, ...) \
  ROWS_TENTH( \
    __VA_ARGS__, ROWS_EACH_9, ROWS_EACH_8, ROWS_EACH_7, ROWS_EACH_6, ROWS_EACH_5, ROWS_EACH_4, \
    ROWS_EACH_3, ROWS_EACH_2, ROWS_EACH_1) \
  (F, __VA_ARGS__)

#define ROWS_TENTH(a, b, c, d, e, f, g, h, i, tenth, ...) tenth
#define ROWS_EACH_1(F, p) F p
#define ROWS_EACH_2(F, p, ...) F p ROWS_EACH_1(F, __VA_ARGS__)
#define ROWS_EACH_3(F, p, ...) F p ROWS_EACH_2(F, __VA_ARGS__)
#define ROWS_EACH_4(F, p, ...) F p ROWS_EACH_3(F, __VA_ARGS__)
#define ROWS_EACH_5(F, p, ...) F p ROWS_EACH_4(F, __VA_ARGS__)
#define ROWS_EACH_6(F, p, ...) F p ROWS_EACH_5(F, __VA_ARGS__)
#define ROWS_EACH_7(F, p, ...) F p ROWS_EACH_6(F, __VA_ARGS__)
#define ROWS_EACH_8(F, p, ...) F p ROWS_EACH_7(F, __VA_ARGS__)
#define ROWS_EACH_9(F, p, ...) F p ROWS_EACH_8(F, __VA_ARGS__)

#endif
