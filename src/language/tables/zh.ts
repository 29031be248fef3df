// Chinese.
import type { LanguageTable } from './table.ts'

export const zh: LanguageTable = {
  questions: {
    phrases: [
      ['money', /多少钱|价格/],
      ['age', /多大 ?(?:年纪|年龄|岁数)|几 ?岁|多少 ?岁/],
      ['duration', /多久|多长时间/],
      ['number', /多少|几个|几/],
      ['time', /什么时候|何时|哪(?:一)?[年天月]|什么时间/],
      ['reason', /为什么|为何|原因/],
      ['place', /哪里|哪儿|何处|什么地方|哪个(?:城市|国家|地方)/],
      ['organisation', /(?:什么|哪个|哪家)(?:组织|公司|大学|学校|球队)/],
      ['person', /谁|哪位/],
      ['definition', /^ ?什么 ?是|是 ?什么 ?(?:意思)? ?$/],
    ],
    leading: /什么(?:类型|名字|名称|种类)|哪种|叫什么/g,
    others: /什么|哪|怎么/,
    reasons: /因为|由于|为了|所以|因此/,
    moments: /当|期间|之后|之前|以后|以前/,
    amounts: /数百|数千|数十|两者|唯一|零|大多数|无限/,
    defining: /是|指|称为|叫做|意味/,
  },
  words: {
    cardinals: '二 三 四 五 六 七 八 九 十',
    numerals: '一 百 千 万 亿 两',
    asking: '请问 请 谢谢 你好 您好 告诉 告诉我 说 讲 发生 定义 意思 吗 呢 什么 怎么 怎样 如何 多少 几 谁 何时 哪',
    negations: '不 没 没有 无 非 未 别 不是 不能',
    and: '和 与',
    within: '',
    places: '在 于',
    clock: '',
    dayTimes: '中午 正午 午夜 黎明 黄昏',
    eras: '世纪 年 月 日',
    units: '公斤 千克 克 吨 公里 千米 米 厘米 毫米 升 公顷 度 岁 元',
  },
}
