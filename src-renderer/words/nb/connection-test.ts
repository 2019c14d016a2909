import type { Refusal, StepResult, TestStep } from '../test-findings.ts';
import type { Words } from '../words-type.ts';

const steps: Readonly<Record<TestStep, Readonly<Record<StepResult, (vendor: string) => string>>>> = {
  reach: {
    yes: (vendor) => `Docket når ${vendor}.`,
    no: (vendor) => `Docket når ikke ${vendor}.`,
    unknown: (vendor) => `Om Docket når ${vendor}, er ikke kjent ennå.`,
  },
  'sign-in': {
    yes: (vendor) => `${vendor} godtar påloggingen.`,
    no: (vendor) => `${vendor} godtar ikke påloggingen.`,
    unknown: (vendor) => `Om ${vendor} godtar påloggingen, er ikke kjent ennå.`,
  },
  permission: {
    yes: () => 'Denne kontoen har lov til å bruke eksporter.',
    no: () => 'Denne kontoen har ikke lov til å bruke eksporter.',
    unknown: () => 'Om denne kontoen har lov til å bruke eksporter, er ikke kjent ennå.',
  },
};

const refusals: Readonly<Record<Refusal, { readonly reason: string; readonly nextStep: string }>> = {
  'crayon-client': {
    reason:
      'Crayon godtar ikke klient-ID-en med denne klienthemmeligheten. Brukernavn og passord blir først sett på etter det.',
    nextStep:
      'Skriv inn klienthemmeligheten på nytt, og kontroller at klient-ID-en hører til den samme API-klienten.',
  },
  'crayon-user': {
    reason: 'Crayon kjenner API-klienten, men godtar ikke brukernavnet med dette passordet.',
    nextStep: 'Skriv inn passordet på nytt, og kontroller brukernavnet.',
  },
  'crayon-any': {
    reason: 'Crayon sier ikke hva som er galt: klient-ID-en, hemmeligheten, brukernavnet eller passordet.',
    nextStep: 'Kontroller alle fire, hemmeligheten og passordet først.',
  },
  'tracker-any': {
    reason:
      'MyTracker gir det samme svaret for feil API-bruker-ID, feil hemmelig nøkkel og en bruker som ikke har lov til å eksportere.',
    nextStep:
      'Sammenlign begge med profilen din i MyTracker. Er de riktige, be kontoens eier om tillatelse til å eksportere.',
  },
  'shared-key': {
    reason: 'MyPreferences godtar ikke bruker-ID-en med denne delte nøkkelen.',
    nextStep:
      'Skriv inn den delte nøkkelen på nytt, og kontroller bruker-ID-en. Er begge riktige, venter MyPreferences kanskje en annen signatur: se «Flere innstillinger».',
  },
  'oauth-client': {
    reason: 'MyPreferences godtar ikke OAuth-klient-ID-en med denne hemmeligheten.',
    nextStep:
      'Skriv inn OAuth-klienthemmeligheten på nytt, og kontroller OAuth-klient-ID-en: den har 48 tegn.',
  },
  'oauth-scope': {
    reason:
      'MyPreferences godtar OAuth-klienten, men ikke for dette omfanget, som er satt sammen av klient-ID-en og bruker-ID-en.',
    nextStep: 'Kontroller klient-ID-en og bruker-ID-en, og omfanget under «Flere innstillinger».',
  },
  'oauth-account': {
    reason:
      'OAuth-klienten logger på, men MyPreferences lar den ikke arbeide for denne klient-ID-en og bruker-ID-en.',
    nextStep:
      'Kontroller klient-ID-en og bruker-ID-en, eller spør MyPreferences hva denne OAuth-klienten har lov til.',
  },
  'no-account': {
    reason: 'MyPreferences svarer, men kjenner ingen organisasjon med denne klient-ID-en på denne adressen.',
    nextStep:
      'Kontroller klient-ID-en. Er den riktig, kontroller adressen og versjonen under «Flere innstillinger».',
  },
  'no-permission': {
    reason: 'Påloggingen virker, men denne brukeren har ikke lov til å bruke eksporter.',
    nextStep: 'Be den som styrer kontoen hos leverandøren, om tillatelse til å eksportere.',
  },
  'sign-in-address': {
    reason: 'Feilen ligger i påloggingsadressen, ikke i adressen til dataene.',
    nextStep: 'Kontroller påloggingsadressen, eller spør MyPreferences om den.',
  },
  'certificate-date': {
    reason: 'Sertifikatet gjelder ikke på datoen denne datamaskinen viser, så ingenting ble sendt.',
    nextStep: 'Kontroller dato og klokkeslett på datamaskinen. Er de riktige, spør IT-støtten.',
  },
};

/** What a test of a connection found out. */
export const connectionTest: Words['connectionTest'] = {
  label: 'Hva prøven viste',
  step: (step, result, vendor) => steps[step][result](vendor),
  refusal: (refusal) => refusals[refusal],
};
