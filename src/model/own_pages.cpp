#include "model/own_pages.hpp"

namespace fonds {

bool has_own_pages(ItemType type) {
    switch (type) {
        case ItemType::article:
        case ItemType::article_journal:
        case ItemType::article_magazine:
        case ItemType::article_newspaper:
        case ItemType::bill:
        case ItemType::chapter:
        case ItemType::entry:
        case ItemType::entry_dictionary:
        case ItemType::entry_encyclopedia:
        case ItemType::hearing:
        case ItemType::legal_case:
        case ItemType::legislation:
        case ItemType::paper_conference:
        case ItemType::regulation:
        case ItemType::review:
        case ItemType::review_book:
        case ItemType::treaty: return true;
        default: return false;
    }
}

}  // namespace fonds
