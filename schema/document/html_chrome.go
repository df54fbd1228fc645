package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// What a site puts around a text is told by structure first (nav, footer, lists
// of links), by names of classes where nothing is lost by it, and by words that
// sites print and reports do not. A sentence is never left out.

// chromeNames are classes and ids of what surrounds a text.
var chromeNames = []string{
	"nav", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "location", "footer", "foot", "copyright",
	"share", "bdsharebuttonbox", "sidebar", "pagination", "pager", "toolbar", "weizhi", "dqwz", "navigation", "contentinfo", "fontsize",
}

// isChrome reports whether the node surrounds the text and holds none of it.
func (n *htmlNode) isChrome() bool {
	s := n.sum
	if s.prose || s.figures >= leastFigures || s.chars == 0 {
		return false
	}
	switch {
	case n.tag == atom.Nav || n.tag == atom.Footer || n.tag == atom.Aside:
		return true
	case s.headings > 0:
		return false
	}
	switch n.tag {
	case atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.Dir:
		if s.links > 0 && s.linked*10 >= s.chars*8 {
			return true
		}
	}
	if s.links >= 3 && s.linked*10 >= s.chars*7 {
		return true
	}
	for _, name := range strings.FieldsFunc(n.names, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		if slices.Contains(chromeNames, name) {
			return true
		}
	}
	return false
}

// chromeStarts begin lines of a site, never of a report.
var chromeStarts = []string{
	"当前位置", "您的位置", "您现在的位置", "你的位置", "所在位置", "您当前的位置", "您所在的位置", "现在位置",
	"上一篇：", "下一篇：", "上一条：", "下一条：", "上一篇:", "下一篇:", "上一条:", "下一条:", "上一页", "下一页",
	"版权所有", "主办单位：", "主办：", "承办单位：", "承办：", "技术支持：", "网站标识码", "政府网站标识码", "备案号", "备案序号", "分享到", "分享：",
	"相关链接", "相关文章", "相关信息", "相关稿件", "友情链接", "扫一扫", "浏览次数", "点击数", "点击次数", "阅读次数", "访问次数",
}

// chromeWhole are lines of their own, spaces and brackets taken out.
var chromeWhole = []string{
	"打印", "打印本页", "打印此页", "打印文章", "关闭", "关闭窗口", "关闭本页", "分享", "收藏", "返回", "返回顶部", "返回首页", "返回列表",
	"打印关闭", "打印本页关闭窗口", "打印本页关闭", "打印关闭窗口", "字体大中小", "字号大中小", "大中小", "首页", "网站首页", "网站地图", "联系我们", "无障碍浏览", "长者模式", "手机版",
	"纠错", "我要纠错", "上一篇", "下一篇", "上一条", "下一条", "正文", "微信", "微博",
}

// chromeWithin stand in lines of a site, with : or figures behind them.
var chromeWithin = []string{"ICP备", "ICP证", "公网安备", "浏览次数：", "浏览次数:", "点击数：", "点击数:", "阅读次数：", "阅读次数:", "浏览量：", "浏览量:", "浏览：", "浏览:", "点击：", "点击:", "阅读：", "阅读:", "次浏览", "访问量：", "访问量:", "点击率：", "点击率:", "字体：", "字体:", "字号：", "字号:", "Copyright", "copyright"}

// isChromeLine reports whether a line is one that sites print around texts.
func isChromeLine(s string) bool {
	if len(s) > 400 || utf8.RuneCountInString(s) > 120 {
		return false
	}
	s = strings.TrimFunc(s, isBlank)
	if strings.Contains(strings.TrimRight(s, "。"), "。") {
		return false
	}
	for _, w := range chromeStarts {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	if len(s) < 80 {
		core := strings.Map(func(r rune) rune {
			if isBlank(r) || strings.ContainsRune("【】[]（）()《》<>：:|｜+-/·+A", r) {
				return -1
			}
			return r
		}, s)
		if core != "" && slices.Contains(chromeWhole, core) {
			return true
		}
	}
	if strings.HasSuffix(s, "。") {
		return false
	}
	for _, w := range chromeWithin {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// metadataStarts begin the lines that sites print between a title and its
// text; under a text they may be the report's own.
var metadataStarts = []string{
	"发布时间", "发布日期", "公开日期", "信息来源", "文章来源", "稿件来源", "来源", "作者", "责任编辑", "编辑", "审核", "索引号", "索 引 号", "信息索引",
	"发布机构", "发文机关", "发文机构", "成文日期", "生成日期", "主题分类", "公开方式", "有效性", "文号", "文 号", "信息名称", "名称", "名 称", "主题词", "时间", "日期", "公开范围", "公开时限", "公开责任部门", "体裁分类", "服务对象",
}

// isMetadataLine reports whether a line is about the page: 发布时间：2021-01-20 or
// a date and hour alone.
func isMetadataLine(s string) bool {
	s = strings.TrimFunc(s, isBlank)
	if utf8.RuneCountInString(s) > 120 || strings.Contains(s, "。") {
		return false
	}
	s = strings.TrimLeft(s, "【[（(")
	for _, w := range metadataStarts {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rest = strings.TrimFunc(rest, isBlank)
			return strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":") || rest == ""
		}
	}
	return len(s) >= len("2021-1-1") && strings.Trim(s, "0123456789-/.: ") == "" && strings.ContainsAny(s, "-/")
}
