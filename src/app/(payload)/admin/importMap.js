import { LinkField as LinkField_4719649d382828494fa9ebe763d5de80 } from '@/admin/fields/link-field.client'
import { LanguageLabel as LanguageLabel_d91281fcc9a037b6fbf98a9c930eca59 } from '@/admin/fields/language-label.client'
import { InstantCell as InstantCell_3739cad39d335f57e00904351b6c14c6 } from '@/admin/fields/instant-cell'
import { InstantField as InstantField_68a8b1bf8936fbf2bd15f65be1feed03 } from '@/admin/fields/instant-field.client'
import { ChoiceCell as ChoiceCell_976b00b62f17c38976948df65fab496e } from '@/admin/fields/choice-cell'
import { ChoiceField as ChoiceField_1ed987b81e8ed98478f9a108efdc61af } from '@/admin/fields/choice-field'
import { DateCell as DateCell_b05cd94eaf0e8028d9b5f4b215ca6c6f } from '@/admin/fields/date-cell'
import { DateField as DateField_29fca90b84c45dc524fad0d392c7fb32 } from '@/admin/fields/date-field.client'
import { UnitPanel as UnitPanel_f53a86c5c89f97d354aa7eb2cea0be8d } from '@/admin/units/unit-panel.client'
import { PublicationCell as PublicationCell_b47f8ba3089d6b9e899390d6cc6b2107 } from '@/admin/lists/publication-cell'
import { CommentsPanel as CommentsPanel_73e9061b922745bfb62649819046024d } from '@/admin/comments/comments-panel.client'
import { NothingSent as NothingSent_66e025a27109b53f570fc1ba87cf35a6 } from '@/admin/lists/nothing-sent'
import { LanguageNote as LanguageNote_600ce3579529d72d70e6255c87b31d74 } from '@/admin/fields/language-note'
import { Presence as Presence_45bfc81824f80d6bcf38b78f411f6d01 } from '@/admin/conflict/presence.client'
import { Conflict as Conflict_dae68ad1bd442618efae53ff84928b00 } from '@/admin/conflict/conflict.client'
import { SaveMarks as SaveMarks_d2e08154455b2a5721326ffb1a793cae } from '@/admin/fields/save-marks.client'
import { Nothing as Nothing_688e488cde22c5af5a67a2b918e27ab8 } from '@/admin/fields/nothing'
import { LastSaved as LastSaved_4b1a02abf5933b6f0eec12dc123e9dd8 } from '@/admin/fields/last-saved.client'
import { HistoryPage as HistoryPage_5523a63f35e1e5d3c402221306ba54e2 } from '@/admin/history/history-page'
import { VersionPage as VersionPage_47f12ff563ce77a23a3c9dc06008ca12 } from '@/admin/history/version-page'
import { PictureField as PictureField_4719649d382828494fa9ebe763d5de80 } from '@/admin/fields/link-field.client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { NotBeforeField as NotBeforeField_68a8b1bf8936fbf2bd15f65be1feed03 } from '@/admin/fields/instant-field.client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PictureNote as PictureNote_fc17ff0c6040ea0ddae9140e0cb57bd2 } from '@/admin/fields/picture-note'
import { PictureFile as PictureFile_d0446873d43c2cd00a1f340919a91293 } from '@/admin/fields/picture-file'
import { SignInNote as SignInNote_aef679464f2a422defbf989ec0256840 } from '@/admin/sign-in/sign-in-note.client'
import { PresentPassword as PresentPassword_4cb836536923c396771dfac853cc4830 } from '@/admin/sign-in/present-password.client'
import { NeededText as NeededText_6a54c7b3ed1dc9863166b9b67fb91562 } from '@/admin/fields/needed.client'
import { NeededChoice as NeededChoice_6a54c7b3ed1dc9863166b9b67fb91562 } from '@/admin/fields/needed.client'
import { SecondStepSection as SecondStepSection_974ab9cc1b50c00090b1d59546f3be53 } from '@/admin/sign-in/second-step-section.client'
import { HoldBanner as HoldBanner_17b7dbabeacc372ffe578da895ff5cb6 } from '@/admin/frame/hold-banner'
import { Icon as Icon_951f6002c4ac65c185525f5216b5231e } from '@/admin/frame/brand'
import { Logo as Logo_951f6002c4ac65c185525f5216b5231e } from '@/admin/frame/brand'
import { NavLinks as NavLinks_85d3d21458379cedae7c33dba3c8c85e } from '@/admin/frame/nav-links'
import { FoundationClock as FoundationClock_f1c1a164f6cf9ef061ddd5ce0573da7a } from '@/admin/frame/foundation-clock'
import { StaySignedIn as StaySignedIn_75bc230708939a441b6e458b6ac34a59 } from '@/admin/sign-in/stay-signed-in.client'
import { StartPage as StartPage_07f41b82eed8726282c368ab7e2c8e74 } from '@/admin/work/start-page'
import { FirstPerson as FirstPerson_f5127de259a15a3f2adc19be5707b5f8 } from '@/admin/sign-in/first-person'
import { NoMail as NoMail_004b93cc5374619e69a72b02e1a377b3 } from '@/admin/sign-in/no-mail'
import { SecondStep as SecondStep_28b1232737a5a12326af39d3c3e63014 } from '@/admin/sign-in/second-step'
import { NotAllowed as NotAllowed_0df67bb8f18054b097aeeb0180fa39d7 } from '@/admin/frame/not-allowed'
import { ReviewPage as ReviewPage_2c0f1bb24dbfb0c4035717f39a8b96b8 } from '@/admin/review/review-page'
import { WorkPage as WorkPage_cd168c49cf3e533fe8b639ff550d5df2 } from '@/admin/work/work-page'
import { ImportPage as ImportPage_9d83b0333195b28e42ba7503ee178a23 } from '@/admin/import/import-page'
import { LogPage as LogPage_2ab31b05481436942bc4a14969da5d25 } from '@/admin/log/log-page'
import { WebhooksPage as WebhooksPage_1b8c614f22df4d8c2ffdca8c44777436 } from '@/admin/webhooks/webhooks-page'
import { WebhookPage as WebhookPage_9f6ac26c3019d55bb60e89ed29b3f831 } from '@/admin/webhooks/webhook-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/fields/link-field.client#LinkField": LinkField_4719649d382828494fa9ebe763d5de80,
  "@/admin/fields/language-label.client#LanguageLabel": LanguageLabel_d91281fcc9a037b6fbf98a9c930eca59,
  "@/admin/fields/instant-cell#InstantCell": InstantCell_3739cad39d335f57e00904351b6c14c6,
  "@/admin/fields/instant-field.client#InstantField": InstantField_68a8b1bf8936fbf2bd15f65be1feed03,
  "@/admin/fields/choice-cell#ChoiceCell": ChoiceCell_976b00b62f17c38976948df65fab496e,
  "@/admin/fields/choice-field#ChoiceField": ChoiceField_1ed987b81e8ed98478f9a108efdc61af,
  "@/admin/fields/date-cell#DateCell": DateCell_b05cd94eaf0e8028d9b5f4b215ca6c6f,
  "@/admin/fields/date-field.client#DateField": DateField_29fca90b84c45dc524fad0d392c7fb32,
  "@/admin/units/unit-panel.client#UnitPanel": UnitPanel_f53a86c5c89f97d354aa7eb2cea0be8d,
  "@/admin/lists/publication-cell#PublicationCell": PublicationCell_b47f8ba3089d6b9e899390d6cc6b2107,
  "@/admin/comments/comments-panel.client#CommentsPanel": CommentsPanel_73e9061b922745bfb62649819046024d,
  "@/admin/lists/nothing-sent#NothingSent": NothingSent_66e025a27109b53f570fc1ba87cf35a6,
  "@/admin/fields/language-note#LanguageNote": LanguageNote_600ce3579529d72d70e6255c87b31d74,
  "@/admin/conflict/presence.client#Presence": Presence_45bfc81824f80d6bcf38b78f411f6d01,
  "@/admin/conflict/conflict.client#Conflict": Conflict_dae68ad1bd442618efae53ff84928b00,
  "@/admin/fields/save-marks.client#SaveMarks": SaveMarks_d2e08154455b2a5721326ffb1a793cae,
  "@/admin/fields/nothing#Nothing": Nothing_688e488cde22c5af5a67a2b918e27ab8,
  "@/admin/fields/last-saved.client#LastSaved": LastSaved_4b1a02abf5933b6f0eec12dc123e9dd8,
  "@/admin/history/history-page#HistoryPage": HistoryPage_5523a63f35e1e5d3c402221306ba54e2,
  "@/admin/history/version-page#VersionPage": VersionPage_47f12ff563ce77a23a3c9dc06008ca12,
  "@/admin/fields/link-field.client#PictureField": PictureField_4719649d382828494fa9ebe763d5de80,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/fields/instant-field.client#NotBeforeField": NotBeforeField_68a8b1bf8936fbf2bd15f65be1feed03,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/fields/picture-note#PictureNote": PictureNote_fc17ff0c6040ea0ddae9140e0cb57bd2,
  "@/admin/fields/picture-file#PictureFile": PictureFile_d0446873d43c2cd00a1f340919a91293,
  "@/admin/sign-in/sign-in-note.client#SignInNote": SignInNote_aef679464f2a422defbf989ec0256840,
  "@/admin/sign-in/present-password.client#PresentPassword": PresentPassword_4cb836536923c396771dfac853cc4830,
  "@/admin/fields/needed.client#NeededText": NeededText_6a54c7b3ed1dc9863166b9b67fb91562,
  "@/admin/fields/needed.client#NeededChoice": NeededChoice_6a54c7b3ed1dc9863166b9b67fb91562,
  "@/admin/sign-in/second-step-section.client#SecondStepSection": SecondStepSection_974ab9cc1b50c00090b1d59546f3be53,
  "@/admin/frame/hold-banner#HoldBanner": HoldBanner_17b7dbabeacc372ffe578da895ff5cb6,
  "@/admin/frame/brand#Icon": Icon_951f6002c4ac65c185525f5216b5231e,
  "@/admin/frame/brand#Logo": Logo_951f6002c4ac65c185525f5216b5231e,
  "@/admin/frame/nav-links#NavLinks": NavLinks_85d3d21458379cedae7c33dba3c8c85e,
  "@/admin/frame/foundation-clock#FoundationClock": FoundationClock_f1c1a164f6cf9ef061ddd5ce0573da7a,
  "@/admin/sign-in/stay-signed-in.client#StaySignedIn": StaySignedIn_75bc230708939a441b6e458b6ac34a59,
  "@/admin/work/start-page#StartPage": StartPage_07f41b82eed8726282c368ab7e2c8e74,
  "@/admin/sign-in/first-person#FirstPerson": FirstPerson_f5127de259a15a3f2adc19be5707b5f8,
  "@/admin/sign-in/no-mail#NoMail": NoMail_004b93cc5374619e69a72b02e1a377b3,
  "@/admin/sign-in/second-step#SecondStep": SecondStep_28b1232737a5a12326af39d3c3e63014,
  "@/admin/frame/not-allowed#NotAllowed": NotAllowed_0df67bb8f18054b097aeeb0180fa39d7,
  "@/admin/review/review-page#ReviewPage": ReviewPage_2c0f1bb24dbfb0c4035717f39a8b96b8,
  "@/admin/work/work-page#WorkPage": WorkPage_cd168c49cf3e533fe8b639ff550d5df2,
  "@/admin/import/import-page#ImportPage": ImportPage_9d83b0333195b28e42ba7503ee178a23,
  "@/admin/log/log-page#LogPage": LogPage_2ab31b05481436942bc4a14969da5d25,
  "@/admin/webhooks/webhooks-page#WebhooksPage": WebhooksPage_1b8c614f22df4d8c2ffdca8c44777436,
  "@/admin/webhooks/webhook-page#WebhookPage": WebhookPage_9f6ac26c3019d55bb60e89ed29b3f831,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
