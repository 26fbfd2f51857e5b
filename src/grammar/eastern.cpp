// Works as China, Japan and Korea cite them: a name, a title in marks of its own, and between them a mark or
// nothing.

#include "grammar/published.hpp"

namespace fonds::grammar {
namespace {

auto const person = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::eastern) && !chunk.is(Trait::digits) &&
           !chunk.is(Trait::repository) && chunk.size() <= 3;
});
auto const persons = person >> *attempt((comma | joint) >> person);
auto const editors = part(Role::editor, persons >> editor_role);
auto const translators = part(Role::translator, persons >> translator_role);
auto const parted = -(comma | colon);
auto const who = attempt(editors >> parted) | attempt(translators >> parted) |
                 attempt(part(Role::author, persons) >> parted >> &quote);
/// "《周恩来年谱》中卷", "『北韓關係史料集』 제1권": a volume at once behind the title.
auto const volume_of_title = maybe(-comma >> part(Role::volume, volume_label));
auto const remark = -aside;

/// "北京：中央文献出版社，1997年", "（東京：岩波書店、2016年）", "岩波新書、1989年".
auto const full_imprint =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::publication && chunk.is(Trait::publisher); });
auto const year = part(Role::date, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::date && chunk.has_year && !chunk.has_day;
                       }));
auto const printed = attempt(part(Role::publication, publication)) |
                     attempt(part(Role::publisher, person) >> comma >> year) | year;
auto const book = maybe(who) >> part(Role::title, eastern_title) >> volume_of_title >> remark >>
                  maybe(comma >> translators) >> -comma >> printed >> pinpoints;

/// "章百家：《从一边倒到全方位》，《中共党史研究》2000年第1期，第21—28页",
/// "和田春樹「スターリンと朝鮮戦争」『世界』第567号 （1992年3月）、120頁".
auto const tail_piece = part(Role::volume, volume_label) | part(Role::issue, issue_label) |
                        part(Role::publication, publication) | part(Role::date, date) |
                        part(Role::pages, page_label);
auto const tail = +attempt(-comma >> tail_piece);
auto const article = maybe(who) >> part(Role::title, quote) >> -comma >> -in >>
                     part(Role::container, eastern_title) >> tail;

/// "石井明「…」和田春樹編『…』（岩波書店、1995年）、12頁", "…，收入《…》，北京：三联书店，1995年".
auto const chapter = maybe(who) >> part(Role::title, quote) >> -comma >> -in >> maybe(editors >> parted) >>
                     part(Role::container, eastern_title) >> volume_of_title >> remark >> -comma >>
                     part(Role::publication, full_imprint) >> pinpoints;

/// "《毛泽东致斯大林电》（1950年10月2日），《建国以来毛泽东文稿》第1册，北京：中央文献出版社，1987年，第539页":
/// a paper, its day, and the volume that prints it.
auto const day = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::date || chunk.kind == ChunkKind::publication) && chunk.has_day;
});
auto const printed_paper = part(Role::title, quote) >> -comma >> part(Role::date, day) >> -comma >> -in >>
                           maybe(editors >> parted) >> part(Role::container, eastern_title) >> volume_of_title
                           >> remark >> -comma >> part(Role::publication, full_imprint) >> pinpoints;

/// "戴超武：《敌对与危机的年代》，第123页", "下斗米『アジア冷戦史』45頁": without an imprint, known from
/// before.
auto const short_form = part(Role::author, persons) >> parted >> part(Role::title, quote) >> volume_of_title
                        >> -comma >> &page_label >> page_list;

}  // namespace

bool read_eastern_book(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(book, first, last, draft);
}
bool read_eastern_article(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(article, first, last, draft);
}
bool read_eastern_chapter(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(chapter, first, last, draft);
}
bool read_eastern_paper(Iterator& first, Iterator last, Draft& draft) {
    return run_to_web(printed_paper, first, last, draft);
}
bool read_eastern_short_form(Iterator& first, Iterator last, Draft& draft) {
    return run(short_form, first, last, draft);
}

}  // namespace fonds::grammar
