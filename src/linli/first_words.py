"""What ./linli says before anything is installed, in both languages: a catalogue can only be read later."""

from linli.tongue import CHINESE, tongue

CHINESE_OF = {
    "'{verb}' is not a verb of Linli.": "“{verb}”不是邻里的命令。",
    "--data needs a folder: the one that ./linli run was started with.": "--data 后面须写数据文件夹，"
    "即 ./linli run 启动时所用的那一个。",
    "Linli could not be set up. {problem}": "邻里未能安装好。{problem}",
    "Making the virtual environment ...": "正在建立虚拟环境……",
    "This Python cannot make a virtual environment (on Debian: apt install python3-venv).": "这个 Python 不能建立"
    "虚拟环境（Debian 系统请执行 apt install python3-venv）。",
    "Installing the locked packages ({name}) ...": "正在安装锁定版本的软件包（{name}）……",
    "  done in {seconds} s": "  完成，用时 {seconds} 秒",
    "The packages could not be installed; is the network there? Then start again.": "软件包未能装上。"
    "请检查网络，然后重新启动。",
    "Bringing the style sheets and scripts ...": "正在下载样式表和脚本……",
    "The browser's files could not be brought; is the network there? Then start again.": "浏览器所需的文件未能下载。"
    "请检查网络，然后重新启动。",
    "  no Node on this machine: bringing its Python package ...": "  本机没有 Node，正在下载它的 Python 软件包……",
    "A catalogue of words could not be compiled; ./linli words says which line.": "有一个词语目录未能编译，"
    "./linli words 会指出是哪一行。",
}
ENGLISH_HELP = """Linli, the closed-loop ledger of a neighbourhood governance centre.

  ./linli run [--port 8000] [--data DIR] [--empty] [--pace 60]
                                                     set up and serve; the first start tells a synthetic county,
                                                     which can have a clock that runs faster
  ./linli test [PATH ...]                            the whole suite; with paths, a quick run of those on SQLite
  ./linli check                                      lint, types, import law, sizes, words, templates, migrations
  ./linli bench [NAME ...] [--matters N] [--engine sqlite|postgresql] [--peer]
                                                     the budgets of speed, measured beside the raw limit in one run
  ./linli due 2026-09-24T10:00 15wd [--why]          a moment in Chinese working time, and the walk to it
  ./linli createadmin [--data DIR]                   make the first administrator
  ./linli screen-token --unit CODE [--days N] [--address IP]
                                                     what opens a unit's screen on a wall; --list, --revoke NUMBER
  ./linli api-token --user NAME --title SYSTEM [--days N] [--address IP]
                                                     what lets another system act from a post; --list, --revoke NUMBER
  ./linli verify [--data DIR]                        fold every timeline again and check chain and seals
  ./linli backup [FILE] [--data DIR]                 write all there is into one file, but for the keys
  ./linli restore FILE [--data DIR]                  make an empty installation the one a backup was written from
  ./linli tick [--data DIR] [--trust-clock]          one heartbeat: turn due colours, seal the ledger
  ./linli tally rebuild [--data DIR]                 drop all figures and count them again from the timelines
  ./linli search rebuild [--after ID] [--anew] [--data DIR]
                                                     index every matter for the search again; check compares
  ./linli seen rebuild [--data DIR]                  count anew which units see what; check compares
  ./linli report NAME --unit CODE --period 2026-05 [--format json|csv|xlsx|docx] [--output FILE] [--data DIR]
                                                     a report over a unit and all below it; without a name, which
                                                     reports there are
  ./linli likeness evaluate --train FILE (--test FILE | --folds 5)
                                                     how well categories are told from words; columns title,
                                                     body, label
  ./linli likeness learn [--data DIR]                learn the categories from the closed matters now
  ./linli likeness hot [--from 2026-05-01 --to 2026-05-31] [--unit CODE] [--format json] [--data DIR]
                                                     what many told of at one place, and what came back
  ./linli import FILE --kind KIND [--map MAP.toml] [--dry-run] [--errors FILE] [--data DIR]
                                                     take a list of matters in, .csv or .xlsx; --help says more
  ./linli doctor [--data DIR]                        what this installation stands on, and what is wrong with it
  ./linli open-data publish --period 2026-05         print a month of open data, once; withdraw; list
  ./linli startkind NAME                             begin a new kind of matter in one folder
  ./linli kindpages                                  write docs/kinds/*.md from the code
  ./linli words [--check]                            gather shown words into the catalogues, compile them
  ./linli manage ... [--data DIR]                    any Django command"""
CHINESE_HELP = """邻里（Linli）：综治中心的闭环台账。

  ./linli run [--port 8000] [--data DIR] [--empty] [--pace 60]
                                                     安装并启动；首次启动生成一个虚构的县，其时钟可以走得更快
  ./linli test [PATH ...]                            全部测试；写明路径时只在 SQLite 上快速测试这些
  ./linli check                                      代码规范、类型、引用法则、篇幅、词语、模板、数据库变更
  ./linli bench [NAME ...] [--matters N] [--engine sqlite|postgresql] [--peer]
                                                     逐项测量速度指标，同时与数据库本身的极限对照
  ./linli due 2026-09-24T10:00 15wd [--why]          按中国工作时间推算某一时刻；--why 逐日列出算法
  ./linli createadmin [--data DIR]                   建立第一位管理员
  ./linli screen-token --unit CODE [--days N] [--address IP]
                                                     生成打开某单位大屏的地址；--list 列出，--revoke 编号 作废
  ./linli api-token --user NAME --title SYSTEM [--days N] [--address IP]
                                                     生成外部系统口令，以某个岗位办事；--list 列出，--revoke 编号 作废
  ./linli verify [--data DIR]                        把每条时间线重新推演一遍，核对链条和封签
  ./linli backup [FILE] [--data DIR]                 除密钥外全部写入一个文件
  ./linli restore FILE [--data DIR]                  把空的安装恢复成备份时的样子
  ./linli tick [--data DIR] [--trust-clock]          跳动一次：到期变色，封存台账
  ./linli tally rebuild [--data DIR]                 清空全部统计数，由时间线重新计数
  ./linli search rebuild [--after ID] [--anew] [--data DIR]
                                                     重新为每件事项建立检索索引；check 与台账核对
  ./linli seen rebuild [--data DIR]                  重新清点各单位可见哪些事项；check 与台账核对
  ./linli report NAME --unit CODE --period 2026-05 [--format json|csv|xlsx|docx] [--output FILE] [--data DIR]
                                                     某单位及其下级的报表；不写名称则列出现有报表
  ./linli likeness evaluate --train FILE (--test FILE | --folds 5)
                                                     检验由文字判断类型的准确程度；列名为 title、body、label
  ./linli likeness learn [--data DIR]                现在就由已办结事项学习类型
  ./linli likeness hot [--from 2026-05-01 --to 2026-05-31] [--unit CODE] [--format json] [--data DIR]
                                                     同一地点多人反映的问题，以及办结后再次发生的问题
  ./linli import FILE --kind KIND [--map MAP.toml] [--dry-run] [--errors FILE] [--data DIR]
                                                     导入事项清单，.csv 或 .xlsx；详见 --help
  ./linli doctor [--data DIR]                        检查本安装的运行环境，说明有什么不妥
  ./linli open-data publish --period 2026-05         公布一个月的开放数据，只公布一次；withdraw 撤下；list 列出
  ./linli startkind NAME                             用一个文件夹新增一种事项
  ./linli kindpages                                  由代码生成 docs/kinds/*.md
  ./linli words [--check]                            收集界面词语并编译词语目录
  ./linli manage ... [--data DIR]                    Django 自带的各项命令"""


def said(sentence: str, **words: object) -> str:
    return (CHINESE_OF[sentence] if tongue() == CHINESE else sentence).format(**words)


def explained() -> str:
    return CHINESE_HELP if tongue() == CHINESE else ENGLISH_HELP
