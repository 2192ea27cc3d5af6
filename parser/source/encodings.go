package source

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// encodings holds, under Python's names, the codecs that we have.
var encodings = map[string]encoding.Encoding{
	"ascii":        latin1{asciiOnly: true},
	"big5":         traditionalchinese.Big5,
	"big5hkscs":    traditionalchinese.Big5,
	"cp1250":       charmap.Windows1250,
	"cp1251":       charmap.Windows1251,
	"cp1252":       charmap.Windows1252,
	"cp1253":       charmap.Windows1253,
	"cp1254":       charmap.Windows1254,
	"cp1255":       charmap.Windows1255,
	"cp1256":       charmap.Windows1256,
	"cp1257":       charmap.Windows1257,
	"cp1258":       charmap.Windows1258,
	"cp437":        charmap.CodePage437,
	"cp850":        charmap.CodePage850,
	"cp852":        charmap.CodePage852,
	"cp855":        charmap.CodePage855,
	"cp858":        charmap.CodePage858,
	"cp860":        charmap.CodePage860,
	"cp862":        charmap.CodePage862,
	"cp863":        charmap.CodePage863,
	"cp865":        charmap.CodePage865,
	"cp866":        charmap.CodePage866,
	"cp874":        charmap.Windows874,
	"cp932":        japanese.ShiftJIS,
	"cp949":        korean.EUCKR,
	"cp950":        traditionalchinese.Big5,
	"euc_jp":       japanese.EUCJP,
	"euc_kr":       korean.EUCKR,
	"gb18030":      simplifiedchinese.GB18030,
	"gb2312":       simplifiedchinese.GBK,
	"gbk":          simplifiedchinese.GBK,
	"hz":           simplifiedchinese.HZGB2312,
	"iso2022_jp":   japanese.ISO2022JP,
	"iso8859_10":   charmap.ISO8859_10,
	"iso8859_13":   charmap.ISO8859_13,
	"iso8859_14":   charmap.ISO8859_14,
	"iso8859_15":   charmap.ISO8859_15,
	"iso8859_16":   charmap.ISO8859_16,
	"iso8859_2":    charmap.ISO8859_2,
	"iso8859_3":    charmap.ISO8859_3,
	"iso8859_4":    charmap.ISO8859_4,
	"iso8859_5":    charmap.ISO8859_5,
	"iso8859_6":    charmap.ISO8859_6,
	"iso8859_7":    charmap.ISO8859_7,
	"iso8859_8":    charmap.ISO8859_8,
	"iso8859_9":    charmap.ISO8859_9,
	"koi8_r":       charmap.KOI8R,
	"koi8_u":       charmap.KOI8U,
	"latin_1":      latin1{},
	"mac_cyrillic": charmap.MacintoshCyrillic,
	"mac_roman":    charmap.Macintosh,
	"shift_jis":    japanese.ShiftJIS,
}

// encodingAliases lists the other names that Python knows a codec by.
var encodingAliases = map[string]string{
	"ascii":        "646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii",
	"big5":         "big5_tw csbig5 x_mac_trad_chinese",
	"big5hkscs":    "big5_hkscs hkscs",
	"cp1250":       "1250 windows_1250",
	"cp1251":       "1251 windows_1251",
	"cp1252":       "1252 windows_1252",
	"cp1253":       "1253 windows_1253",
	"cp1254":       "1254 windows_1254",
	"cp1255":       "1255 windows_1255",
	"cp1256":       "1256 windows_1256",
	"cp1257":       "1257 windows_1257",
	"cp1258":       "1258 windows_1258",
	"cp437":        "437 cspc8codepage437 ibm437",
	"cp850":        "850 cspc850multilingual ibm850",
	"cp852":        "852 cspcp852 ibm852",
	"cp855":        "855 csibm855 ibm855",
	"cp858":        "858 csibm858 ibm858",
	"cp860":        "860 csibm860 ibm860",
	"cp862":        "862 cspc862latinhebrew ibm862",
	"cp863":        "863 csibm863 ibm863",
	"cp865":        "865 csibm865 ibm865",
	"cp866":        "866 csibm866 ibm866",
	"cp932":        "932 ms932 ms_kanji mskanji windows_31j",
	"cp949":        "949 ms949 uhc",
	"cp950":        "950 ms950",
	"euc_jp":       "eucjp u_jis ujis",
	"euc_kr":       "euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean",
	"gb18030":      "gb18030_2000",
	"gb2312":       "chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese",
	"gbk":          "936 cp936 ms936",
	"hz":           "hz_gb hz_gb_2312 hzgb",
	"iso2022_jp":   "csiso2022jp iso2022jp iso_2022_jp",
	"iso8859_10":   "csisolatin6 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6",
	"iso8859_13":   "iso_8859_13 l7 latin7",
	"iso8859_14":   "iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8",
	"iso8859_15":   "iso_8859_15 l9 latin9",
	"iso8859_16":   "iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10",
	"iso8859_2":    "csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2",
	"iso8859_3":    "csisolatin3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3",
	"iso8859_4":    "csisolatin4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4",
	"iso8859_5":    "csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144",
	"iso8859_6":    "arabic asmo_708 csisolatinarabic ecma_114 iso_8859_6 iso_8859_6_1987 iso_ir_127",
	"iso8859_7":    "csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126",
	"iso8859_8":    "csisolatinhebrew hebrew iso_8859_8 iso_8859_8_1988 iso_ir_138",
	"iso8859_9":    "csisolatin5 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5",
	"koi8_r":       "cskoi8r",
	"latin_1":      "8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1",
	"mac_cyrillic": "maccyrillic",
	"mac_roman":    "macintosh macroman",
	"shift_jis":    "csshiftjis s_jis shiftjis sjis x_mac_japanese",
	"utf_8":        "cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4",
}

// findEncoding returns the codec that Python finds by a name.
func findEncoding(name string) (codec encoding.Encoding, isUTF8, known bool) {
	name = strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(name))
	if !isCodec(name) {
		for canonical, aliases := range encodingAliases {
			for alias := range strings.FieldsSeq(aliases) {
				if alias == name {
					name = canonical
				}
			}
		}
	}
	codec, known = encodings[strings.Replace(name, "iso_8859", "iso8859", 1)]
	isUTF8 = name == "utf_8" || name == "utf_8_sig"
	return codec, isUTF8, known || isUTF8
}

func isCodec(name string) bool {
	_, known := encodings[name]
	return known || name == "utf_8"
}
