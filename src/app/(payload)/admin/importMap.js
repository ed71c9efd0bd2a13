import { LinkField as LinkField_ed3f7363cb6c8b6f940ba024aca1044a } from '@/admin/link-field.client'
import { LanguageLabel as LanguageLabel_09b36c187f95b6d6d261c7bf390daa81 } from '@/admin/language-label.client'
import { ChoiceCell as ChoiceCell_a46078a83528befbd87a3d5dca4935a0 } from '@/admin/choice-cell'
import { ChoiceField as ChoiceField_1ae0eab48340c3e8e04cf669acda44fa } from '@/admin/choice-field'
import { DateCell as DateCell_5ce0741f89d4cb0237dc93620308d65a } from '@/admin/date-cell'
import { DateField as DateField_7d36318c901a36271f91abe257898654 } from '@/admin/date-field.client'
import { UnitPanel as UnitPanel_f32f0d0166a23f38bb82012f905bf9b6 } from '@/admin/unit-panel.client'
import { PublicationCell as PublicationCell_1fdfcd36d4277f762c07f14a20aecf84 } from '@/admin/publication-cell'
import { CommentsPanel as CommentsPanel_4ff9c1b96955270506d348c564d8bcea } from '@/admin/comments-panel.client'
import { LanguageNote as LanguageNote_6cdf570dee45f9ee11064cfad9f79e0b } from '@/admin/language-note'
import { Presence as Presence_36019b78d32c57d9849368d2966bdd49 } from '@/admin/presence.client'
import { Conflict as Conflict_e6f54714dade562952d83376cf5d11ef } from '@/admin/conflict.client'
import { Nothing as Nothing_ad61384bded8f4314fc6f2ebe613db7a } from '@/admin/nothing'
import { HistoryPage as HistoryPage_2156c7a5a5d56e0fedfbde9cceb1a327 } from '@/admin/history-page'
import { VersionPage as VersionPage_761933d2b7233ce60f773bbd02e8f504 } from '@/admin/version-page'
import { PictureField as PictureField_ed3f7363cb6c8b6f940ba024aca1044a } from '@/admin/link-field.client'
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
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PictureNote as PictureNote_84efd4897c50fef47aeca11a5bb2a870 } from '@/admin/picture-note.client'
import { SignInNote as SignInNote_833df4efd4b3e4800abf66b57774cc18 } from '@/admin/sign-in-note.client'
import { PresentPassword as PresentPassword_7f66b419a0637459cd9620d0ca32505d } from '@/admin/present-password.client'
import { SecondStepSection as SecondStepSection_72f34941e23d3b5a22318c2e9a01b062 } from '@/admin/second-step-section.client'
import { HoldBanner as HoldBanner_345bbf266c77934b1381077db669af84 } from '@/admin/hold-banner'
import { Icon as Icon_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { Logo as Logo_0a2e3c1b14ec50497c79d4122a745fd5 } from '@/admin/brand'
import { NavLinks as NavLinks_90339f7d16c4d8281eb369158bd4d855 } from '@/admin/nav-links'
import { StaySignedIn as StaySignedIn_cac7989fbd72b45cddf1050feaa1326e } from '@/admin/stay-signed-in.client'
import { StartPage as StartPage_3d42797b4d638a896c16dac8d609586e } from '@/admin/start-page'
import { FirstPerson as FirstPerson_3bc3f5286350d8ef2a10fff21f3c3528 } from '@/admin/first-person'
import { NoMail as NoMail_841961e5b87433a0667ccd3899d48c13 } from '@/admin/no-mail'
import { SecondStep as SecondStep_3020b63e8391a78c45b5346ffe201053 } from '@/admin/second-step'
import { NotAllowed as NotAllowed_e6ab027bc8bda6025ed0b5a1ede9a0f1 } from '@/admin/not-allowed'
import { ReviewPage as ReviewPage_7511635b5b56824af59b455f0c9f6764 } from '@/admin/review-page'
import { WorkPage as WorkPage_bf815fa6622b6feb358ea5d14a5c39dc } from '@/admin/work-page'
import { ImportPage as ImportPage_2a842feefcf87f54fc667ff88d42f5cf } from '@/admin/import-page'
import { LogPage as LogPage_6e361720b93820bbfec20035a090860d } from '@/admin/log-page'
import { WebhooksPage as WebhooksPage_ee5d22fefd562edeb6952fcc7d96a762 } from '@/admin/webhooks-page'
import { WebhookPage as WebhookPage_8b39df09a82221c03ee83a231b72e899 } from '@/admin/webhook-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@/admin/link-field.client#LinkField": LinkField_ed3f7363cb6c8b6f940ba024aca1044a,
  "@/admin/language-label.client#LanguageLabel": LanguageLabel_09b36c187f95b6d6d261c7bf390daa81,
  "@/admin/choice-cell#ChoiceCell": ChoiceCell_a46078a83528befbd87a3d5dca4935a0,
  "@/admin/choice-field#ChoiceField": ChoiceField_1ae0eab48340c3e8e04cf669acda44fa,
  "@/admin/date-cell#DateCell": DateCell_5ce0741f89d4cb0237dc93620308d65a,
  "@/admin/date-field.client#DateField": DateField_7d36318c901a36271f91abe257898654,
  "@/admin/unit-panel.client#UnitPanel": UnitPanel_f32f0d0166a23f38bb82012f905bf9b6,
  "@/admin/publication-cell#PublicationCell": PublicationCell_1fdfcd36d4277f762c07f14a20aecf84,
  "@/admin/comments-panel.client#CommentsPanel": CommentsPanel_4ff9c1b96955270506d348c564d8bcea,
  "@/admin/language-note#LanguageNote": LanguageNote_6cdf570dee45f9ee11064cfad9f79e0b,
  "@/admin/presence.client#Presence": Presence_36019b78d32c57d9849368d2966bdd49,
  "@/admin/conflict.client#Conflict": Conflict_e6f54714dade562952d83376cf5d11ef,
  "@/admin/nothing#Nothing": Nothing_ad61384bded8f4314fc6f2ebe613db7a,
  "@/admin/history-page#HistoryPage": HistoryPage_2156c7a5a5d56e0fedfbde9cceb1a327,
  "@/admin/version-page#VersionPage": VersionPage_761933d2b7233ce60f773bbd02e8f504,
  "@/admin/link-field.client#PictureField": PictureField_ed3f7363cb6c8b6f940ba024aca1044a,
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
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/picture-note.client#PictureNote": PictureNote_84efd4897c50fef47aeca11a5bb2a870,
  "@/admin/sign-in-note.client#SignInNote": SignInNote_833df4efd4b3e4800abf66b57774cc18,
  "@/admin/present-password.client#PresentPassword": PresentPassword_7f66b419a0637459cd9620d0ca32505d,
  "@/admin/second-step-section.client#SecondStepSection": SecondStepSection_72f34941e23d3b5a22318c2e9a01b062,
  "@/admin/hold-banner#HoldBanner": HoldBanner_345bbf266c77934b1381077db669af84,
  "@/admin/brand#Icon": Icon_0a2e3c1b14ec50497c79d4122a745fd5,
  "@/admin/brand#Logo": Logo_0a2e3c1b14ec50497c79d4122a745fd5,
  "@/admin/nav-links#NavLinks": NavLinks_90339f7d16c4d8281eb369158bd4d855,
  "@/admin/stay-signed-in.client#StaySignedIn": StaySignedIn_cac7989fbd72b45cddf1050feaa1326e,
  "@/admin/start-page#StartPage": StartPage_3d42797b4d638a896c16dac8d609586e,
  "@/admin/first-person#FirstPerson": FirstPerson_3bc3f5286350d8ef2a10fff21f3c3528,
  "@/admin/no-mail#NoMail": NoMail_841961e5b87433a0667ccd3899d48c13,
  "@/admin/second-step#SecondStep": SecondStep_3020b63e8391a78c45b5346ffe201053,
  "@/admin/not-allowed#NotAllowed": NotAllowed_e6ab027bc8bda6025ed0b5a1ede9a0f1,
  "@/admin/review-page#ReviewPage": ReviewPage_7511635b5b56824af59b455f0c9f6764,
  "@/admin/work-page#WorkPage": WorkPage_bf815fa6622b6feb358ea5d14a5c39dc,
  "@/admin/import-page#ImportPage": ImportPage_2a842feefcf87f54fc667ff88d42f5cf,
  "@/admin/log-page#LogPage": LogPage_6e361720b93820bbfec20035a090860d,
  "@/admin/webhooks-page#WebhooksPage": WebhooksPage_ee5d22fefd562edeb6952fcc7d96a762,
  "@/admin/webhook-page#WebhookPage": WebhookPage_8b39df09a82221c03ee83a231b72e899,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
